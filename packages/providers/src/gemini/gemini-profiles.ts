import type { ModelPlace } from '../model-path.ts';
import type { ProviderAccess } from '../provider-profile.ts';

/** Where one host of Gemini's wire keeps its models, and how it is reached. */
export interface GeminiProfile extends ProviderAccess, ModelPlace {
  /** Whether its models can be listed, which also shows that it is there. */
  readonly lists: boolean;
  /** How it makes vectors: many inputs in one request, or Vertex's older method. */
  readonly embeddings: 'batchEmbedContents' | 'predict';
  /** Whether it serves Claude models too, on Anthropic's wire. */
  readonly servesClaude: boolean;
}

/** The providers of Gemini's wire. */
export const geminiProfiles: Readonly<Record<string, GeminiProfile>> = {
  google: {
    baseUrl: 'https://generativelanguage.googleapis.com',
    keyVariable: 'GEMINI_API_KEY',
    keyHeader: 'x-goog-api-key',
    headers: {},
    wireOptions: [],
    root: '/v1beta',
    collection: 'models',
    lists: true,
    embeddings: 'batchEmbedContents',
    servesClaude: false,
  },
  vertex: {
    // The project and its place are known to the caller only.
    exampleUrl:
      'https://europe-west4-aiplatform.googleapis.com/v1/projects/my-project/locations/europe-west4',
    keyVariable: 'GOOGLE_OAUTH_ACCESS_TOKEN',
    keyHeader: 'authorization',
    headers: {},
    wireOptions: ['defaultMaxTokens'],
    root: '',
    collection: 'publishers/google/models',
    lists: false,
    embeddings: 'predict',
    servesClaude: true,
  },
};
