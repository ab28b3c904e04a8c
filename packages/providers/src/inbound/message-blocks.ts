import type { MessageBlock } from './message-words.ts';

/** A piece of a block that is open. */
export type BlockDelta =
  | { readonly type: 'text_delta'; readonly text: string }
  | { readonly type: 'thinking_delta'; readonly thinking: string }
  | { readonly type: 'signature_delta'; readonly signature: string }
  | { readonly type: 'input_json_delta'; readonly partial_json: string };

/** How the content of a message grows. */
export type BlockEvent =
  | {
      readonly type: 'content_block_start';
      readonly index: number;
      readonly content_block: MessageBlock;
    }
  | { readonly type: 'content_block_delta'; readonly index: number; readonly delta: BlockDelta }
  | { readonly type: 'content_block_stop'; readonly index: number };

/** Writes blocks one after the other: one is open at a time. */
export interface BlockWriter {
  /** The piece goes on with the open block where `key` is the same; else a block begins. */
  grow(key: string, begin: () => MessageBlock, delta?: BlockDelta): void;
  readonly openKey: string | undefined;
  close(): void;
}

/** Makes a writer that hands each event to `emit`. */
export function createBlockWriter(emit: (event: BlockEvent) => void): BlockWriter {
  let index = -1;
  let openKey: string | undefined;

  function close(): void {
    if (openKey === undefined) return;
    openKey = undefined;
    emit({ type: 'content_block_stop', index });
  }

  return {
    get openKey() {
      return openKey;
    },
    close,
    grow(key, begin, delta) {
      if (openKey !== key) {
        close();
        index += 1;
        openKey = key;
        emit({ type: 'content_block_start', index, content_block: begin() });
      }
      if (delta !== undefined) emit({ type: 'content_block_delta', index, delta });
    },
  };
}
