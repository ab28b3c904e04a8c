import fc from 'fast-check';
import { isWebPage, mediaTypeOf, pageTitle } from '../src/web-page.ts';

const answer = (type: string) => ({ status: 200, headers: new Map([['content-type', type]]) });

test('a title is found wherever it stands, and is one line', () => {
  const words = fc.stringMatching(/^[a-z][a-z \n\t]{0,40}[a-z]$/);
  fc.assert(
    fc.property(words, fc.stringMatching(/^[a-z \n]{0,50}$/), (title, before) => {
      const page = `<html><head>${before}<TITLE class="x">${title}</TITLE></head></html>`;
      expect(isWebPage(answer('text/plain'), page)).toBe(true);
      expect(pageTitle(page)).toBe(title.split(/\s+/).join(' '));
    }),
  );
});

test('no text throws, and no title holds a tag, a control character or a second line', () => {
  const part = fc.constantFrom(
    '<title',
    '>',
    '<',
    '</title>',
    '\u001b[2J',
    '\n',
    ' ',
    'a',
    '<html>',
  );
  fc.assert(
    fc.property(fc.array(part), fc.string(), (parts, type) => {
      const text = parts.join('');
      expect(pageTitle(text)).toMatch(/^[^<\p{Cc}]*$/u);
      expect(typeof isWebPage(answer(type), text)).toBe('boolean');
      expect(mediaTypeOf(answer(type)) ?? 'a/b').toMatch(/^[\w.+-]+\/[\w.+-]+$/);
    }),
  );
});
