import { languageIds } from '../../syntax/language.ts';
import { allRules } from '../registry.ts';
import { projectUrl } from '../rule-page.ts';
import { presets } from './presets.ts';

/** As much of JSON Schema as the configuration file needs; {@link validate} understands all of it, and editors do. */
export interface Schema {
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string';
  /** The values that there are. */
  readonly enum?: readonly string[];
  /** Values that editors offer beside others. */
  readonly examples?: readonly string[];
  readonly minLength?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** What keys may hold that are none of `properties`; false: there are no others. */
  readonly additionalProperties?: Schema | false;
  readonly items?: Schema;
  readonly minItems?: number;
  /** The first one of the value's type is meant. */
  readonly anyOf?: readonly Schema[];
}

const text = (description: string): Schema => ({ description, type: 'string', minLength: 1 });

function oneOrMore(description: string, items: Schema): Schema {
  return { description, anyOf: [items, { type: 'array', items, minItems: 1 }] };
}

const severity: Schema = { type: 'string', enum: ['error', 'warning', 'info', 'off'] };

const pattern: Schema = { type: 'string', minLength: 1 };

const files = oneOrMore(
  'Patterns of paths. `*`, `?` and `[…]` stand for characters of a name, `**` for folders. Without a slash: of that name anywhere. With one: from the folder of this file on; with one in front: from the top of the root file system. A folder means all that is in it.',
  pattern,
);

let schema: Schema | undefined;

/** @returns what may stand in a configuration file. */
export function configurationSchema(): Schema {
  schema ??= makeSchema();
  return schema;
}

function makeSchema(): Schema {
  const ids = [...allRules().keys()];
  const choice: Schema = {
    anyOf: [
      severity,
      {
        type: 'object',
        properties: { severity, reason: text('Why, for those who read this file.') },
        required: ['severity'],
        additionalProperties: false,
      },
    ],
  };
  const rules: Schema = {
    description: 'What findings of a rule count as, by its id; `off` silences the rule.',
    type: 'object',
    properties: Object.fromEntries(
      [...allRules()].map(([id, { variants }]) => [
        id,
        { description: variants[0]!.rule.docs.summary, ...choice },
      ]),
    ),
    additionalProperties: false,
  };
  const kernel = text('The kernel version, as uname -r prints it.');
  return {
    type: 'object',
    properties: {
      $schema: text('The schema of this file, for editors.'),
      extends: oneOrMore(
        'Presets and other configuration files that this one builds on; what stands here wins.',
        {
          type: 'string',
          minLength: 1,
          examples: Object.keys(presets),
        },
      ),
      root: text('The root file system that the files belong to: a folder, relative to this file.'),
      kernel,
      rules,
      exclude: { ...files, description: `What is not checked. ${files.description}` },
      languages: {
        description: 'What kind of file it is, by a pattern of its path.',
        type: 'object',
        additionalProperties: { type: 'string', enum: languageIds },
      },
      overrides: {
        description: 'What is otherwise for some files; of several that match, later ones win.',
        type: 'array',
        items: {
          type: 'object',
          properties: { files, rules, kernel, reason: text('Why, for those who read this file.') },
          required: ['files'],
          additionalProperties: false,
        },
      },
      suppressions: {
        description: 'Findings that are known and accepted. One that silences nothing is reported.',
        type: 'array',
        items: {
          type: 'object',
          properties: {
            rules: oneOrMore('The rules whose findings are accepted.', { type: 'string', enum: ids }),
            files,
            reason: text('Why they are accepted.'),
          },
          required: ['rules', 'files', 'reason'],
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
  };
}

/** @returns the published schema: `schemas/modconf.schema.json`. What stands in several places is defined once. */
export function publishedSchema(): object {
  const top = configurationSchema();
  const { rules, overrides } = top.properties!;
  const shared = new Map<Schema, string>([
    [rules!, 'rules'],
    [Object.values(rules!.properties!)[0]!.anyOf![1]!, 'choice'],
    [overrides!.items!.properties!.files!, 'files'],
  ]);
  const refer = (schema: Schema): object => {
    const name = shared.get(schema);
    return name === undefined ? publish(schema, refer) : { $ref: `#/definitions/${name}` };
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `${projectUrl}/raw/main/schemas/modconf.schema.json`,
    title: 'Configuration of modconf',
    ...publish(top, refer),
    definitions: Object.fromEntries([...shared].map(([schema, name]) => [name, publish(schema, refer)])),
  };
}

/** @param refer gives what stands for the schemas in a schema. */
function publish(schema: Schema, refer: (inner: Schema) => object): object {
  const { properties, additionalProperties, items, anyOf } = schema;
  return {
    ...schema,
    ...(properties !== undefined && {
      properties: Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, refer(inner)])),
    }),
    ...(additionalProperties && { additionalProperties: refer(additionalProperties) }),
    ...(items !== undefined && { items: refer(items) }),
    ...(anyOf !== undefined && { anyOf: anyOf.map(refer) }),
  };
}
