import * as fc from 'fast-check';
import { imageSize } from '../src/index.ts';
import { gif, jpeg, png, webp } from './fixtures/pictures.ts';

it.each([
  ['PNG', png(1920, 1080)],
  ['GIF', gif(1920, 1080)],
  ['progressive JPEG', jpeg(1920, 1080)],
  ['baseline JPEG', jpeg(1920, 1080, 0xc0)],
  ['lossy WebP', webp('VP8 ', 1920, 1080)],
  ['lossless WebP', webp('VP8L', 1920, 1080)],
  ['extended WebP', webp('VP8X', 1920, 1080)],
])('reads the size of a %s', (_kind, url) => {
  expect(imageSize(url)).toEqual({ width: 1920, height: 1080 });
});

it.each([
  ['an address', 'https://example.com/a.png'],
  ['another format', 'data:image/svg+xml;base64,PHN2Zy8+'],
  ['text', 'data:text/plain,hello'],
  ['a header that breaks off', png(10, 10).slice(0, 40)],
  ['no width', png(0, 10)],
  ['nothing', ''],
  ['no text at all', 7 as never],
])('does not know the size of %s', (_kind, url) => {
  expect(imageSize(url)).toBeUndefined();
});

it('never throws and never hangs, whatever bytes come', () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  const heads = fc.constantFrom(
    [0xff, 0xd8, 0xff],
    [0x89, 0x50, 0x4e, 0x47],
    [0x52, 0x49, 0x46, 0x46],
  );
  fc.assert(
    fc.property(heads, bytes, (head, tail) => {
      const data = Buffer.from([...head, ...tail]).toString('base64');
      expect(() => imageSize(`data:image/png;base64,${data}`)).not.toThrow();
    }),
  );
});
