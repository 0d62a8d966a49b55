import { nearest } from '../nearest.ts';
import type { ConfigurationNode, ConfigurationProblem, ObjectNode } from './node.ts';
import type { Schema } from './schema.ts';

/** @returns everything in a value that its schema does not allow. */
export function validate(root: ConfigurationNode, schema: Schema): ConfigurationProblem[] {
  const problems: ConfigurationProblem[] = [];
  check(root, schema, 'the configuration', problems);
  return problems;
}

/** @param name what the value is called in messages: `\`rules\`` */
function check(
  node: ConfigurationNode,
  schema: Schema,
  name: string,
  problems: ConfigurationProblem[],
): void {
  const { type, anyOf, enum: values, minLength, minItems, items } = schema;
  const report = (message: string) => problems.push({ offset: node.offset, message });
  if (anyOf !== undefined) {
    const fitting = anyOf.find((candidate) => candidate.type === node.kind);
    if (fitting === undefined) report(`${name} must be ${anyOf.map(describeType).join(' or ')}`);
    else check(node, fitting, name, problems);
  } else if (type !== node.kind) {
    report(`${name} must be ${describeType(schema)}`);
  } else if (node.kind === 'object') {
    checkObject(node, schema, name, problems);
  } else if (node.kind === 'array') {
    if (node.items.length < (minItems ?? 0)) report(`${name} is empty`);
    for (const item of node.items) check(item, items ?? {}, `what is in ${name}`, problems);
  } else if (node.kind === 'string') {
    if (values !== undefined && !values.includes(node.text)) report(describeUnknown(node.text, name, values));
    if (node.text.length < (minLength ?? 0)) report(`${name} is empty`);
  }
}

function checkObject(
  { entries, offset }: ObjectNode,
  { properties = {}, required = [], additionalProperties }: Schema,
  name: string,
  problems: ConfigurationProblem[],
): void {
  for (const entry of entries) {
    const known = Object.hasOwn(properties, entry.key) ? properties[entry.key] : additionalProperties;
    if (known) check(entry.value, known, `\`${entry.key}\``, problems);
    else {
      const message = describeUnknownKey(entry.key, name, Object.keys(properties));
      problems.push({ offset: entry.offset, message });
    }
  }
  for (const key of required) {
    if (!entries.some((entry) => entry.key === key))
      problems.push({ offset, message: `${name} lacks \`${key}\`` });
  }
}

function describeUnknownKey(key: string, name: string, known: readonly string[]): string {
  const meant = nearest(key, known);
  const what = name === '`rules`' ? `there is no rule \`${key}\`` : `there is no key \`${key}\` in ${name}`;
  if (meant !== undefined) return `${what} (did you mean \`${meant}\`?)`;
  return name === '`rules`' ? `${what}; list them: modconf rules` : `${what}; there are ${known.join(', ')}`;
}

function describeUnknown(text: string, name: string, values: readonly string[]): string {
  const meant = nearest(text, values);
  if (meant !== undefined) return `${name} cannot be \`${text}\` (did you mean \`${meant}\`?)`;
  const few = values.length <= 8 ? `; it is one of ${values.join(', ')}` : '';
  return `${name} cannot be \`${text}\`${few}`;
}

function describeType({ type, enum: values }: Schema): string {
  if (type === 'object') return 'an object';
  if (type === 'array') return 'a list';
  return values !== undefined && values.length <= 8 ? `one of ${values.join(', ')}` : 'a text';
}
