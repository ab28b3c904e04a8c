import { modelPath } from '../model-path.ts';
import type { Block } from './content-blocks.ts';

/** Where the messages wire is served, and what its bodies look like there. */
export interface MessagesPlace {
  /** @throws Untranslatable where the model is a part of the path and cannot stand there. */
  pathOf(model: string | undefined, isStream: boolean): string;
  bodyOf(body: Block): Block;
  /** The path that lists models; absent where they cannot be listed. */
  readonly modelsPath?: string;
}

/** Anthropic's own host. */
export const anthropicPlace: MessagesPlace = {
  pathOf: () => '/v1/messages',
  bodyOf: (body) => body,
  modelsPath: '/v1/models',
};

const onVertex = { root: '', collection: 'publishers/anthropic/models' };

/** Google's Vertex AI, where the path names the model and the body the version. */
export const vertexPlace: MessagesPlace = {
  pathOf(model, isStream) {
    return `${modelPath(model, onVertex)}:${isStream ? 'streamRawPredict' : 'rawPredict'}`;
  },
  bodyOf({ model: _model, ...body }) {
    return { anthropic_version: 'vertex-2023-10-16', ...body };
  },
};
