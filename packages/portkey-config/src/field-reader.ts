import { type Fields, isRecord, kindOf, own, showName } from './record.ts';

/** Told of each key that is understood differently here, or not at all. */
export type Warn = (place: string, text: string) => void;

/** What is not read of an object is told, so that nothing is dropped in silence. */
export interface FieldReader {
  /** Where the object stands, for example `targets[1].retry`; empty for the whole. */
  readonly place: string;
  text(name: string): string | undefined;
  /** A finite number of at least 0. */
  number(name: string): number | undefined;
  flag(name: string): boolean | undefined;
  statuses(name: string): readonly number[] | undefined;
  record(name: string): FieldReader | undefined;
  records(name: string): readonly FieldReader[] | undefined;
  /** Any value, as it is. */
  value(name: string): unknown;
  warn(name: string, text: string): void;
  /** Warns of every key that was not read: with its reason, or else with the one for all others. */
  end(reasons?: Readonly<Record<string, string>>, otherwise?: string): void;
}

/** Makes a reader of one object. Its gateway takes camel case too, so that is read, with a warning. */
export function createFieldReader(fields: Fields, place: string, warn: Warn): FieldReader {
  const seen = new Set<string>();
  const placeOf = (name: string) => (place === '' ? name : `${place}.${name}`);

  function value(name: string): unknown {
    const camel = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    seen.add(name);
    const found = own(fields, name);
    if (found !== undefined || camel === name) return found;
    const spelled = own(fields, camel);
    if (spelled === undefined) return undefined;
    seen.add(camel);
    warn(placeOf(camel), `read as ${name}`);
    return spelled;
  }

  function typed<T>(name: string, expected: string, isGood: (found: unknown) => found is T) {
    const found = value(name);
    if (found === undefined || isGood(found)) return found;
    warn(placeOf(name), `is ${describe(found)}; expected ${expected}. It is left out`);
    return undefined;
  }

  return {
    place,
    value,
    text: (name) => typed(name, 'a text', (found) => typeof found === 'string'),
    number: (name) => typed(name, 'a number of at least 0', isAmount),
    flag: (name) => typed(name, 'true or false', (found) => typeof found === 'boolean'),
    statuses: (name) => typed(name, 'a list of statuses of 100 to 599', isStatusList),
    record(name) {
      const found = typed(name, 'an object', isRecord);
      return found && createFieldReader(found, placeOf(name), warn);
    },
    records(name) {
      const found = typed(name, 'a list', (list): list is unknown[] => Array.isArray(list));
      return found?.flatMap((item, index) => {
        const at = `${placeOf(name)}[${index}]`;
        if (isRecord(item)) return [createFieldReader(item, at, warn)];
        warn(at, `is ${describe(item)}; expected an object. It is left out`);
        return [];
      });
    },
    warn: (name, text) => warn(placeOf(name), text),
    end(reasons = {}, otherwise = 'is not known here') {
      for (const name of Object.keys(fields)) {
        if (seen.has(name)) continue;
        const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
        const reason = own(reasons, name) ?? own(reasons, snake) ?? otherwise;
        warn(placeOf(showName(name)), `${String(reason)}. It is left out`);
      }
    },
  };
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isStatusList(value: unknown): value is number[] {
  const isStatus = (item: unknown) =>
    Number.isInteger(item) && (item as number) >= 100 && (item as number) <= 599;
  return Array.isArray(value) && value.every(isStatus);
}

function describe(value: unknown): string {
  const kind = kindOf(value);
  if (kind === 'array') return 'a list';
  if (kind === 'null') return 'null';
  return kind === 'object' ? 'an object' : `a ${kind === 'string' ? 'text' : kind}`;
}
