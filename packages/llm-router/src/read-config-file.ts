import { RouterError } from '@llm-router/core';
import { type Document, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { Path } from './expand-references.ts';
import { locateNode } from './locate-node.ts';
import { isRecord, overlay } from './overlay.ts';
import { readBounded } from './read-bounded.ts';

/** A configuration file, read and found to be one object. */
export interface ConfigFile {
  /** The configuration with the environment's overlay on it. */
  resolve(environment: string | undefined): unknown;
  /** `file:line:column` of a place of the configuration, or of the nearest one around it. */
  locate(path: Path, environment: string | undefined): string;
}

/** Far above any configuration, and little enough that the worst file is refused in seconds. */
const maxBytes = 256 * 1024;
/** Aliases make much of little: so much they may make, and so deep. */
const most = { aliases: 1000, values: 100_000, depth: 64 } as const;

/**
 * Reads a YAML or JSON file. No error shows what stands in the file, since that may be a key.
 *
 * @throws RouterError `invalid_config` with file, line and column
 */
export function readConfigFile(path: string): ConfigFile {
  const lines = new LineCounter();
  const text = readBounded(path, maxBytes);
  const document = parseDocument(text, {
    lineCounter: lines,
    merge: true,
    prettyErrors: false,
    resolveKnownTags: false,
    // What looks like a number stays the text that it is.
    stringKeys: true,
  });
  const at = (offset = 0) => {
    const { line, col } = lines.linePos(offset);
    return `${path}:${line}:${col}`;
  };
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) {
    throw wrong(`${at(problem.pos[0])}: ${reasonOf(problem, text)}`);
  }
  const given = toValue(document, path) ?? {};
  if (!isRecord(given)) {
    throw wrong(`${at()}: the file holds no object. Begin it with 'deployments:'.`);
  }
  const { environments, $schema: _, ...base } = given;
  const overlays = environments ?? {};
  const placeOf = (place: Path) => at(locateNode(document, place)?.offset);
  if (!isRecord(overlays)) {
    const place = placeOf(['environments']);
    throw wrong(`${place}: environments is no object; expected a name with options for each.`);
  }
  for (const [name, over] of Object.entries(overlays)) {
    if (over === null || isRecord(over)) continue;
    const place = placeOf(['environments', name]);
    throw wrong(`${place}: environments.${name} is no object; expected options such as 'retry:'.`);
  }

  return {
    resolve(environment) {
      if (environment === undefined) return base;
      if (Object.hasOwn(overlays, environment)) {
        return overlay(base, overlays[environment] ?? {});
      }
      const known = Object.keys(overlays).join(', ') || 'none';
      throw wrong(
        `${path}: environments has no '${environment}'; it has ${known}. Correct the name, which may come from LLM_ROUTER_ENVIRONMENT, or add it.`,
      );
    },
    locate(place, environment) {
      const inBase = locateNode(document, place);
      if (environment === undefined) return at(inBase?.offset);
      const inOverlay = locateNode(document, ['environments', environment, ...place]);
      // Unlike objects, which are merged, what stands in an overlay hides what is below.
      const isHidden = inOverlay !== undefined && !inOverlay.isMerged;
      const isDeeper = (inOverlay?.depth ?? 0) - 2 >= (inBase?.depth ?? 0);
      return at((isHidden || isDeeper ? inOverlay : inBase)?.offset);
    },
  };
}

/** The file's value, with no more in it than a configuration can have. */
function toValue(document: Document, path: string): unknown {
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: most.aliases });
  } catch {
    throw wrong(
      `${path}: an alias (*name) means no anchor (&name) above it, or there are more than ${most.aliases} of them. A text that begins with * needs quotes.`,
    );
  }
  let count = 0;
  const visit = (part: unknown, depth: number): void => {
    count += 1;
    if (count > most.values || depth > most.depth) {
      throw wrong(
        `${path}: there are more than ${most.values} values in it, aliases counted each time, or more than ${most.depth} levels. Make it smaller.`,
      );
    }
    if (typeof part !== 'object' || part === null) return;
    for (const item of Object.values(part)) visit(item, depth + 1);
  };
  visit(value, 0);
  return value;
}

/** yaml's own words, without those that it takes from the file. */
function reasonOf({ code, message, pos: [at] }: YAMLError, text: string): string {
  if (text.slice(at - 1, at + 1) === '${') return 'inside of { } or [ ] a reference needs quotes.';
  if (code === 'MULTIPLE_DOCS') return 'the file holds more than one document. Keep one.';
  if (code === 'TAG_RESOLVE_FAILED') return 'a tag (!name) has no meaning here. Take it away.';
  const words = message.replace(/(?::| \\).*$/s, '');
  return `${words}. Mend the file's syntax.`;
}

function wrong(message: string): RouterError {
  return new RouterError('invalid_config', message);
}
