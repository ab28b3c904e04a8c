import { type Fields, isFields, isPresent } from './fields.ts';
import { Mistake } from './mistake.ts';

/** Checks a request's tools and gives the name of the one that has to be called, if any. */
export function readForcedTool(body: Fields): string | undefined {
  const names = readNames(body['tools']);
  const choice = body['tool_choice'];
  if (!isPresent(choice)) return undefined;
  const type = isFields(choice) ? choice['type'] : undefined;
  if (type === 'auto' || type === 'none') return undefined;
  if (!isFields(choice) || (type !== 'any' && type !== 'tool')) {
    throw new Mistake(
      "an object of type 'auto', 'any', 'tool' or 'none' is expected.",
      'tool_choice',
    );
  }
  const name = type === 'any' ? names[0] : names.find((known) => known === choice['name']);
  if (name === undefined) throw new Mistake('there is no such tool in tools.', 'tool_choice');
  return name;
}

function readNames(tools: unknown): readonly string[] {
  if (!isPresent(tools)) return [];
  if (!Array.isArray(tools)) throw new Mistake('a list of tools is expected.', 'tools');
  return tools.flatMap((tool, index) => readName(tool, `tools.${index}`));
}

/** Tools of the server bring their own schema, and some of them no name. */
function readName(tool: unknown, where: string): readonly string[] {
  if (!isFields(tool)) throw new Mistake('a tool is expected.', where);
  const { type, name, input_schema: schema } = tool;
  if (type === 'function') throw new Mistake("there is no tool of type 'function'.", where);
  if (isPresent(type) && type !== 'custom') return typeof name === 'string' ? [name] : [];
  if (typeof name !== 'string' || !/^[a-zA-Z0-9_-]{1,128}$/.test(name)) {
    throw new Mistake('a name of letters, digits, _ and - is required.', `${where}.name`);
  }
  if (!isFields(schema) || schema['type'] !== 'object') {
    throw new Mistake("a schema of type 'object' is required.", `${where}.input_schema`);
  }
  return [name];
}
