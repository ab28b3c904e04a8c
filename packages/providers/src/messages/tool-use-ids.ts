/** The ids of one request's tool calls, as Anthropic takes them. */
export interface ToolUseIds {
  /** The id of a call; another one where the id has foreign characters or was there before. */
  call(id: string): string;
  /** The id of a result: that of the latest call with the same id. */
  result(id: string): string;
}

const accepted = /^[a-zA-Z0-9_-]+$/;

/**
 * Makes the translation for one request. Anthropic takes letters, digits, `_` and `-`, and each id
 * once; some servers begin anew with every answer. New ids are counted, so that a longer
 * conversation begins with the same ones and its prompt stays cached.
 */
export function createToolUseIds(): ToolUseIds {
  const taken = new Set<string>();
  const latest = new Map<string, string>();
  let made = 0;

  function make(): string {
    let id = `call_${made++}`;
    while (taken.has(id)) id = `call_${made++}`;
    return id;
  }

  function assign(id: string): string {
    const sent = accepted.test(id) && !taken.has(id) ? id : make();
    taken.add(sent);
    latest.set(id, sent);
    return sent;
  }

  return {
    call: assign,
    // A result without a call is the server's to refuse.
    result: (id) => latest.get(id) ?? assign(id),
  };
}
