/** A part of a turn as Gemini spells it. */
export type Part = Readonly<Record<string, unknown>>;
