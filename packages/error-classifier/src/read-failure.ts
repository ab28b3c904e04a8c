import type { Failure } from './failure.ts';
import {
  createNotes,
  type Notes,
  noteFirstMessage,
  noteMessage,
  noteStatus,
  noteWord,
  toFailure,
} from './failure-notes.ts';
import { type Node, noteFields } from './note-fields.ts';
import { openBody, openMessage } from './open-text.ts';
import { readQuotedStatus, readQuotedWords } from './quoted-facts.ts';
import { isList, isObject, readItems } from './read-safely.ts';

const mostNodes = 48;
const mostItems = 8;

/**
 * Reads anything thrown, answered or sent in a stream. It walks over known fields only, so that a
 * request kept on the error is not mistaken for the error, and never throws.
 */
export function readFailure(error: unknown): Failure {
  const notes = createNotes();
  if (typeof error === 'string') {
    readQuoted(notes, error);
  } else {
    walk(notes, [{ value: error, inBody: false }]);
    // Only where no body was found: a message inside a body may quote the user.
    if (!notes.reported) readQuoted(notes, notes.messages.shift() ?? '');
  }
  return toFailure(notes);
}

/** A text that may quote an answer: `HTTP 429: {"error": …}`, `openai.NotFoundError: …`. */
function readQuoted(notes: Notes, text: string): void {
  noteStatus(notes, readQuotedStatus(text));
  for (const word of readQuotedWords(text)) noteWord(notes, word, 'name');
  const asMessage = openMessage(text);
  const opened = asMessage.enclosed.length > 0 ? asMessage : openBody(text);
  // What leads up to a quoted body ends in a dash or colon.
  noteFirstMessage(notes, opened.said.replace(/[\s:({-]{1,9}$/, ''));
  walk(
    notes,
    opened.enclosed.map((value) => ({ value, inBody: true })),
  );
}

/** Breadth first, so that the outermost facts come first; bounded in nodes, safe in circles. */
function walk(notes: Notes, nodes: readonly Node[]): void {
  const queue = [...nodes];
  const seen = new Set<object>();
  let visited = 0;
  for (const { value, inBody } of queue) {
    if (++visited > mostNodes) return;
    if (typeof value === 'string') {
      const { said, enclosed } = openBody(value);
      noteMessage(notes, said);
      notes.reported = true;
      queue.push(...enclosed.map((item) => ({ value: item, inBody: true })));
    } else if (isList(value)) {
      queue.push(...readItems(value, mostItems).map((item) => ({ value: item, inBody })));
    } else if (isObject(value) && !seen.has(value)) {
      seen.add(value);
      queue.push(...noteFields(notes, value, inBody));
    }
  }
}
