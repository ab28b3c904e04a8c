/** Instructions stand at the beginning or at the end; what lies between is mostly material. */
const headCharacters = 8000;
const tailCharacters = 4000;

/** The part of a text that is read, and how many times longer the whole is. */
export interface TextWindow {
  readonly text: string;
  /** 1 or more: counts of the window times this stand for the whole. */
  readonly scale: number;
}

/** Cuts the middle out of a very long text, so that reading it takes bounded time. */
export function readWindow(text: string): TextWindow {
  const read = headCharacters + tailCharacters;
  if (text.length <= read) return { text, scale: 1 };
  return {
    text: `${text.slice(0, headCharacters)}\n${text.slice(-tailCharacters)}`,
    scale: text.length / read,
  };
}
