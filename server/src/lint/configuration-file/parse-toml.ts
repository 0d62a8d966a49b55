import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import type { ConfigurationEntry, ConfigurationNode, ParsedConfiguration } from './node.ts';

export function parseToml(text: string): ParsedConfiguration {
  try {
    const [top] = parseTOML(text, { tomlVersion: '1.0' }).body;
    const root = new TableBuilder(0);
    fill(root, top.body);
    return { root: root.node(), problems: [] };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const reason = error.message.charAt(0).toLowerCase() + error.message.slice(1);
    const problems = [{ offset: error.index, message: `is no TOML: ${reason}` }];
    return { root: { kind: 'object', offset: 0, entries: [] }, problems };
  }
}

type Value = ConfigurationNode | TableBuilder | TableBuilder[];

/** A table while its parts are found: they may stand anywhere in the file. The parser has seen to it that none contradict. */
class TableBuilder {
  readonly #offset: number;
  readonly #entries = new Map<string, { offset: number; value: Value }>();

  constructor(offset: number) {
    this.#offset = offset;
  }

  set(key: string, offset: number, value: ConfigurationNode): void {
    this.#entries.set(key, { offset, value });
  }

  /** @returns the table below a key; of a list of tables, the last. */
  table(key: string, offset: number): TableBuilder {
    const value = this.#entries.get(key)?.value;
    if (value instanceof TableBuilder) return value;
    if (Array.isArray(value)) return value.at(-1)!;
    const table = new TableBuilder(offset);
    this.#entries.set(key, { offset, value: table });
    return table;
  }

  /** @returns a new table at the end of the list below a key. */
  append(key: string, offset: number): TableBuilder {
    const table = new TableBuilder(offset);
    const value = this.#entries.get(key)?.value;
    if (Array.isArray(value)) value.push(table);
    else this.#entries.set(key, { offset, value: [table] });
    return table;
  }

  node(): ConfigurationNode {
    const entries = [...this.#entries].map(
      ([key, { offset, value }]): ConfigurationEntry => ({ key, offset, value: toNode(value, offset) }),
    );
    return { kind: 'object', offset: this.#offset, entries };
  }
}

function toNode(value: Value, offset: number): ConfigurationNode {
  if (value instanceof TableBuilder) return value.node();
  if (Array.isArray(value)) return { kind: 'array', offset, items: value.map((table) => table.node()) };
  return value;
}

function fill(table: TableBuilder, body: readonly (AST.TOMLKeyValue | AST.TOMLTable)[]): void {
  for (const item of body) {
    const names = item.key.keys.map(({ range: [offset], ...key }) => ({
      offset,
      name: 'name' in key ? key.name : key.value,
    }));
    const last = names.pop()!;
    const parent = names.reduce((above, { name, offset }) => above.table(name, offset), table);
    if (item.type === 'TOMLKeyValue') parent.set(last.name, last.offset, contentNode(item.value));
    else if (item.kind === 'array') fill(parent.append(last.name, last.offset), item.body);
    else fill(parent.table(last.name, last.offset), item.body);
  }
}

function contentNode(content: AST.TOMLContentNode): ConfigurationNode {
  const [offset] = content.range;
  if (content.type === 'TOMLArray')
    return { kind: 'array', offset, items: content.elements.map(contentNode) };
  if (content.type === 'TOMLInlineTable') {
    const table = new TableBuilder(offset);
    fill(table, content.body);
    return table.node();
  }
  if (content.kind === 'string') return { kind: 'string', offset, text: content.value };
  return { kind: content.kind === 'boolean' ? 'boolean' : 'other', offset, text: '' };
}
