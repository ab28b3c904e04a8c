/** What is wrong with a part of a message. */
export interface Misshapen {
  readonly field: string;
  readonly value: unknown;
  readonly expected: string;
}

interface Shape {
  /** The field that holds the content. */
  readonly field: string;
  readonly expected: string;
  readonly fits: (value: unknown) => boolean;
}

const isText = (value: unknown) => typeof value === 'string';
const isPresent = (value: unknown) => value !== undefined && value !== null;
const isSound = (value: unknown) => isText((value as { data?: unknown } | null | undefined)?.data);

const shapes: ReadonlyMap<unknown, Shape> = new Map([
  ['text', { field: 'text', expected: 'text', fits: isText }],
  ['refusal', { field: 'refusal', expected: 'text', fits: isText }],
  // Some servers take a bare address.
  ['image_url', { field: 'image_url', expected: "{ url: 'https://...' }", fits: isPresent }],
  ['file', { field: 'file', expected: "{ file_id: '...' }", fits: isPresent }],
  ['input_audio', { field: 'input_audio', expected: "{ data: '...', format }", fits: isSound }],
]);

/** The fault of a part whose type is known and whose content cannot be of that type. */
export function misshapenPart(part: object): Misshapen | undefined {
  const shape = shapes.get((part as { type?: unknown }).type);
  if (shape === undefined) return undefined;
  const { field, expected, fits } = shape;
  const value = (part as Record<string, unknown>)[field];
  return fits(value) ? undefined : { field, value, expected };
}
