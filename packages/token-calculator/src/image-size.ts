/** Pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** A JPEG may carry pictures and colour tables before its frame; further in nobody looks. */
const headerCharacters = 262_144;

/**
 * Reads the size of a picture from the first bytes of its `data:` URL: PNG, JPEG, GIF and WebP.
 * `undefined` for addresses, other formats and damaged data.
 */
export function imageSize(url: string): ImageSize | undefined {
  if (typeof url !== 'string') return undefined;
  const start = /^data:[^,]{0,200};base64,/i.exec(url.slice(0, 256))?.[0].length;
  if (start === undefined) return undefined;
  const bytes = decode(url.slice(start, start + headerCharacters));
  if (bytes === undefined) return undefined;
  const size = readPng(bytes) ?? readGif(bytes) ?? readWebp(bytes) ?? readJpeg(bytes);
  return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined;
}

function decode(base64: string): DataView | undefined {
  // Whole groups of four only, so that a header cut in the middle still decodes.
  const whole = base64.replace(/[^A-Za-z0-9+/]/g, '');
  try {
    const text = atob(whole.slice(0, whole.length - (whole.length % 4)));
    return new DataView(Uint8Array.from(text, (character) => character.charCodeAt(0)).buffer);
  } catch {
    return undefined;
  }
}

function startsWith(view: DataView, offset: number, text: string): boolean {
  if (view.byteLength < offset + text.length) return false;
  return [...text].every(
    (character, index) => view.getUint8(offset + index) === character.charCodeAt(0),
  );
}

function readPng(view: DataView): ImageSize | undefined {
  if (view.byteLength < 24 || !startsWith(view, 1, 'PNG')) return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function readGif(view: DataView): ImageSize | undefined {
  if (view.byteLength < 10 || !startsWith(view, 0, 'GIF8')) return undefined;
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

function readWebp(view: DataView): ImageSize | undefined {
  if (view.byteLength < 25 || !startsWith(view, 0, 'RIFF') || !startsWith(view, 8, 'WEBP')) {
    return undefined;
  }
  if (startsWith(view, 12, 'VP8L')) {
    const packed = view.getUint32(21, true);
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
  }
  if (view.byteLength < 30) return undefined;
  if (startsWith(view, 12, 'VP8 ')) {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (!startsWith(view, 12, 'VP8X')) return undefined;
  const width = view.getUint16(24, true) + view.getUint8(26) * 65_536 + 1;
  return { width, height: view.getUint16(27, true) + view.getUint8(29) * 65_536 + 1 };
}

/** Walks the segments to the start of the frame, which holds the size. */
function readJpeg(view: DataView): ImageSize | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let offset = 2;
  while (offset + 9 <= view.byteLength) {
    if (view.getUint8(offset) !== 0xff) return undefined;
    const marker = view.getUint8(offset + 1);
    if (isFrameStart(marker)) {
      return { width: view.getUint16(offset + 7), height: view.getUint16(offset + 5) };
    }
    offset += marker === 0xff ? 1 : 2 + view.getUint16(offset + 2);
  }
  return undefined;
}

/** SOF0 to SOF15, without the three markers of other meaning among them. */
function isFrameStart(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
