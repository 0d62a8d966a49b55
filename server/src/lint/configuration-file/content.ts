import { normalizePath } from '../../files/paths.ts';
import type { LanguageId } from '../../syntax/language.ts';
import type { Severity } from '../diagnostic.ts';
import type { LintSettings } from '../settings.ts';
import type { ConfigurationNode, ObjectNode } from './node.ts';

/** Where something is said: a line of a configuration file, or a preset. */
export interface ConfigurationPlace {
  /** The file's absolute path, or the preset's name. */
  readonly path: string;
  /** One-based; undefined for a preset. */
  readonly line?: number;
}

/** Patterns, and the folder that they are relative to. */
export interface PathPatterns {
  readonly base: string;
  readonly patterns: readonly string[];
}

export interface RuleChoice {
  readonly rule: string;
  readonly severity: Severity | 'off';
  readonly reason: string | undefined;
  readonly place: ConfigurationPlace;
}

export interface Placed<T> {
  readonly value: T;
  readonly place: ConfigurationPlace;
}

/** What holds for all files, or for those that the patterns match. */
export interface ConfigurationBlock {
  readonly files: PathPatterns | undefined;
  readonly rules: readonly RuleChoice[];
  readonly kernel: Placed<string> | undefined;
  /** What a preset says; undefined for a file's own block. */
  readonly preset?: Placed<Pick<LintSettings, 'profiles' | 'strict'>>;
}

export interface ConfiguredSuppression {
  readonly rules: readonly string[];
  readonly files: PathPatterns;
  readonly reason: string;
  readonly place: ConfigurationPlace;
}

/** A configuration file that its schema has let through, without what it extends. */
export interface ConfigurationContent {
  readonly extends: readonly Placed<string>[];
  readonly root: Placed<string> | undefined;
  readonly exclude: readonly (PathPatterns & { readonly place: ConfigurationPlace })[];
  readonly languages: readonly (PathPatterns & Placed<LanguageId>)[];
  /** The file's own block, then its overrides. */
  readonly blocks: readonly ConfigurationBlock[];
  readonly suppressions: readonly ConfiguredSuppression[];
}

/**
 * @param base the folder of the file
 * @param placeAt gives the place of an offset
 */
export function contentOf(
  root: ConfigurationNode,
  base: string,
  placeAt: (offset: number) => ConfigurationPlace,
): ConfigurationContent {
  const reader = new ContentReader(base, placeAt);
  return reader.read(root as ObjectNode);
}

/** Reads nodes that are known to fit the schema. */
class ContentReader {
  readonly #base: string;
  readonly #placeAt: (offset: number) => ConfigurationPlace;

  constructor(base: string, placeAt: (offset: number) => ConfigurationPlace) {
    this.#base = base;
    this.#placeAt = placeAt;
  }

  read(top: ObjectNode): ConfigurationContent {
    const overrides = itemsOf(childOf(top, 'overrides')) as readonly ObjectNode[];
    const suppressions = itemsOf(childOf(top, 'suppressions')) as readonly ObjectNode[];
    return {
      extends: itemsOf(childOf(top, 'extends')).map((node) => this.#placed(node)),
      root: this.#root(childOf(top, 'root')),
      exclude: itemsOf(childOf(top, 'exclude')).map((node) => ({
        base: this.#base,
        patterns: [textOf(node)],
        place: this.#placeAt(node.offset),
      })),
      languages: entriesOf(childOf(top, 'languages')).map(({ key, offset, value }) => ({
        base: this.#base,
        patterns: [key],
        value: textOf(value) as LanguageId,
        place: this.#placeAt(offset),
      })),
      blocks: [this.#block(top, undefined), ...overrides.map((node) => this.#block(node, this.#files(node)))],
      suppressions: suppressions.map((node) => ({
        rules: itemsOf(childOf(node, 'rules')).map(textOf),
        files: this.#files(node),
        reason: textOf(childOf(node, 'reason')!),
        place: this.#placeAt(node.offset),
      })),
    };
  }

  #block(node: ObjectNode, files: PathPatterns | undefined): ConfigurationBlock {
    const reason = childOf(node, 'reason');
    const rules = entriesOf(childOf(node, 'rules')).map(({ key, offset, value }): RuleChoice => {
      const own = value.kind === 'object' ? childOf(value, 'reason') : undefined;
      const why = own ?? reason;
      const severity = value.kind === 'object' ? childOf(value, 'severity')! : value;
      return {
        rule: key,
        severity: textOf(severity) as RuleChoice['severity'],
        reason: why === undefined ? undefined : textOf(why),
        place: this.#placeAt(offset),
      };
    });
    return { files, rules, kernel: this.#optional(childOf(node, 'kernel')) };
  }

  #files(node: ObjectNode): PathPatterns {
    return { base: this.#base, patterns: itemsOf(childOf(node, 'files')).map(textOf) };
  }

  #root(node: ConfigurationNode | undefined): Placed<string> | undefined {
    if (node === undefined) return undefined;
    return { value: normalizePath(textOf(node), this.#base), place: this.#placeAt(node.offset) };
  }

  #optional(node: ConfigurationNode | undefined): Placed<string> | undefined {
    return node === undefined ? undefined : this.#placed(node);
  }

  #placed(node: ConfigurationNode): Placed<string> {
    return { value: textOf(node), place: this.#placeAt(node.offset) };
  }
}

function childOf({ entries }: ObjectNode, key: string): ConfigurationNode | undefined {
  return entries.find((entry) => entry.key === key)?.value;
}

/** What may be one value or a list of them. */
function itemsOf(node: ConfigurationNode | undefined): readonly ConfigurationNode[] {
  if (node === undefined) return [];
  return node.kind === 'array' ? node.items : [node];
}

function entriesOf(node: ConfigurationNode | undefined): ObjectNode['entries'] {
  return node?.kind === 'object' ? node.entries : [];
}

function textOf(node: ConfigurationNode): string {
  return node.kind === 'string' ? node.text : '';
}
