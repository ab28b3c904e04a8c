import type { ChatRequest } from '@llm-router/core';
import { judgeFields } from '../field-rules.ts';
import { buildContents } from './contents.ts';
import { geminiTraits } from './gemini-traits.ts';
import { buildGenerationConfig } from './generation-config.ts';
import { geminiFields } from './request-fields.ts';
import { buildTools } from './tool-fields.ts';

/**
 * The body of a generateContent request for a chat request.
 *
 * @param onLoss called once for each thing that Gemini's wire cannot say
 * @throws Untranslatable where leaving a part out would change what was asked.
 */
export function buildGeminiBody(
  request: ChatRequest,
  onLoss: (loss: string) => void,
): Readonly<Record<string, unknown>> {
  const losses = new Set<string>();
  const own = judgeFields(request, geminiFields, losses);
  const traits = geminiTraits(request.model ?? '');
  const { system, contents } = buildContents(request.messages, traits, losses);
  const generationConfig = buildGenerationConfig(request, traits, losses);
  const body = {
    ...(system.length > 0 && { systemInstruction: { parts: system } }),
    contents,
    ...buildTools(request, losses),
    ...(Object.keys(generationConfig).length > 0 && { generationConfig }),
    ...own,
  };
  for (const loss of losses) onLoss(loss);
  return body;
}
