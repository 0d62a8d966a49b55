import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type {
  ConfigurationEntry,
  ConfigurationNode,
  ConfigurationProblem,
  ParsedConfiguration,
} from './node.ts';

/** @param comments whether comments and a comma at the end of a list are allowed, as in JSON with comments */
export function parseJson(text: string, comments: boolean): ParsedConfiguration {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: !comments, allowTrailingComma: comments });
  const problems = errors.map(({ error, offset }) => ({
    offset,
    message: describe(printParseErrorCode(error)),
  }));
  const reader = new TreeReader();
  const root: ConfigurationNode =
    tree === undefined ? { kind: 'object', offset: 0, entries: [] } : reader.read(tree);
  return { root, problems: [...problems, ...reader.problems] };
}

/** `CommaExpected` as people say it. */
function describe(code: string): string {
  if (code === 'InvalidCommentToken') return 'JSON has no comments; call the file modconf.jsonc';
  const words = code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim();
  return `is no JSON: ${words}`;
}

class TreeReader {
  readonly problems: ConfigurationProblem[] = [];

  read({ type, offset, value, children = [] }: Node): ConfigurationNode {
    if (type === 'object') return { kind: 'object', offset, entries: this.#entries(children) };
    if (type === 'array') return { kind: 'array', offset, items: children.map((child) => this.read(child)) };
    if (type === 'string') return { kind: 'string', offset, text: value };
    return { kind: type === 'boolean' ? 'boolean' : 'other', offset, text: '' };
  }

  #entries(properties: readonly Node[]): ConfigurationEntry[] {
    const entries = new Map<string, ConfigurationEntry>();
    for (const { children = [] } of properties) {
      const [name, value] = children;
      if (name === undefined || value === undefined) continue; // half a property, which is a problem already
      const key: string = name.value;
      if (entries.has(key))
        this.problems.push({ offset: name.offset, message: `\`${key}\` stands here twice` });
      entries.set(key, { key, offset: name.offset, value: this.read(value) });
    }
    return [...entries.values()];
  }
}
