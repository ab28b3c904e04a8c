import { errorPage } from './error-page.ts';
import type { MalformedForm } from './fault.ts';
import type { ReplyFacts, Wire } from './wire.ts';

const encoder = new TextEncoder();

/** How a packed body begins, which nobody has unpacked. */
const noUtf8 = Uint8Array.of(0x1f, 0x8b, 0x08, 0xff, 0xfe, 0xc3, 0x28, 0x80);

/** A body of status 200 that has nothing of an answer; `undefined` where the form spoils a real one. */
export function emptyAnswer(
  form: MalformedForm,
  wire: Wire,
  facts: ReplyFacts,
): { readonly contentType?: string; readonly body: string } | undefined {
  switch (form) {
    case 'html':
      return errorPage(200);
    case 'empty':
      return { body: '' };
    case 'comments':
      return { body: ': keep-alive\n\n'.repeat(3) };
    case 'done':
      return { body: wire.lastFrame() };
    case 'error-object':
      return wire.refusal({ reason: 'server-error', body: 'json' }, facts);
    default:
      return undefined;
  }
}

/** A JSON body that breaks off, or that is no text. */
export function spoilBody(body: string, form: MalformedForm | undefined): string | Uint8Array {
  if (form === 'broken-json') return body.slice(0, Math.floor(body.length / 2));
  return form === 'broken-utf-8' ? noUtf8 : body;
}

/** A frame whose data break off, or are no text; what stands before the data stays. */
export function spoilFrame(text: string, form: MalformedForm | undefined): Uint8Array {
  const start = text.indexOf('data: ') + 'data: '.length;
  if (form === 'broken-json') {
    return encoder.encode(`${text.slice(0, start + Math.floor((text.length - start) / 2))}\n\n`);
  }
  return Uint8Array.of(...encoder.encode(text.slice(0, start)), ...noUtf8, 0x0a, 0x0a);
}
