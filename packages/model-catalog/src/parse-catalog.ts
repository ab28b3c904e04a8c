import type { Price } from '@llm-router/core';
import type { ModelCapabilities, ModelFacts } from './model-facts.ts';

/** Reads the table that scripts/build-catalog.mjs writes: a line of column names, then one line a model. */
export function parseCatalog(table: string): ModelFacts[] {
  const [head = '', ...lines] = table.trim().split('\n');
  const columns = head.split('|');
  return lines.map((line) => {
    const cells = line.split('|');
    return readFacts((name) => cells[columns.indexOf(name)] ?? '');
  });
}

function readFacts(cell: (name: string) => string): ModelFacts {
  const price = readPrice(cell('price'));
  const parameters = readParameters(cell('parameters'));
  return {
    id: cell('id'),
    provider: cell('provider'),
    ...text('name', cell),
    ...text('family', cell),
    ...count('contextWindow', cell),
    ...count('maxInputTokens', cell),
    ...count('maxOutputTokens', cell),
    ...(price && { price }),
    capabilities: readCapabilities(cell('capabilities')),
    ...text('releasedAt', cell),
    ...text('knowledge', cell),
    ...flag('openWeights', cell('openWeights'), 'O'),
    ...text('deprecatedAt', cell),
    ...(parameters && { parameters }),
    ...text('asOf', cell),
  };
}

/** Absent stays absent: a fact that nobody stated is no property. */
function text<K extends string>(name: K, cell: (name: string) => string): { [key in K]?: string } {
  const value = cell(name);
  return value === '' ? {} : ({ [name]: value } as { [key in K]: string });
}

function count<K extends string>(name: K, cell: (name: string) => string): { [key in K]?: number } {
  const value = cell(name);
  return value === '' ? {} : ({ [name]: Number(value) } as { [key in K]: number });
}

/** Capital: yes, small: no, missing: unknown. */
function flag<K extends string>(
  name: K,
  letters: string,
  letter: string,
): { [key in K]?: boolean } {
  const yes = letters.includes(letter);
  if (!yes && !letters.includes(letter.toLowerCase())) return {};
  return { [name]: yes } as { [key in K]: boolean };
}

function readCapabilities(letters: string): ModelCapabilities {
  return {
    ...flag('tools', letters, 'T'),
    ...flag('vision', letters, 'V'),
    ...flag('audio', letters, 'A'),
    ...flag('structuredOutput', letters, 'S'),
    ...flag('reasoning', letters, 'R'),
  };
}

function readPrice(written: string): Price | undefined {
  if (written === '') return undefined;
  const [base = '', ...tiers] = written.split(';');
  return {
    ...readRates(base),
    ...(tiers.length > 0 && {
      tiers: tiers.map((tier) => {
        const [above, rates = ''] = tier.split(':');
        return { aboveInputTokens: Number(above), ...readRates(rates) };
      }),
    }),
  };
}

function readRates(written: string): Omit<Price, 'tiers'> {
  const [input, output, cacheRead, cacheWrite, reasoning] = written.split(',');
  return {
    input: Number(input),
    output: Number(output),
    ...(cacheRead && { cacheRead: Number(cacheRead) }),
    ...(cacheWrite && { cacheWrite: Number(cacheWrite) }),
    ...(reasoning && { reasoning: Number(reasoning) }),
  };
}

function readParameters(written: string): ModelFacts['parameters'] {
  if (written === '') return undefined;
  const [total, active] = written.split('/');
  return { totalBillion: Number(total), ...(active && { activeBillion: Number(active) }) };
}
