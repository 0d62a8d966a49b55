import type { ModutilsConfiguration } from '../../../loaders/modutils/configuration.ts';
import type { Origin } from '../../../loaders/origin.ts';

/** An alias in force whose target is known. */
export interface AliasDefinition {
  readonly name: string;
  /** The first word of what it stands for. */
  readonly target: string;
  readonly origin: Origin;
}

/** The aliases in force, to be followed from one name to the next as modprobe does. */
export class AliasTable {
  readonly definitions: readonly AliasDefinition[];
  readonly #byName: ReadonlyMap<string, AliasDefinition>;
  /** Those of names that begin with `/`, which are patterns. */
  readonly #patterns: readonly AliasDefinition[];

  constructor({ aliases }: ModutilsConfiguration) {
    const definitions: AliasDefinition[] = [];
    for (const { key, value, parts } of aliases.values()) {
      const target = value.known ? value.words[0] : undefined;
      const origin = parts[0]?.origin;
      if (target !== undefined && origin !== undefined) definitions.push({ name: key, target, origin });
    }
    this.definitions = definitions;
    this.#byName = new Map(definitions.map((alias) => [alias.name, alias]));
    this.#patterns = definitions.filter(({ name }) => name.startsWith('/'));
  }

  /** @returns the alias that modprobe takes for a name; undefined when the chain ends there. */
  next(name: string): AliasDefinition | undefined {
    if (name === 'off' || name === 'null') return undefined;
    if (!name.startsWith('/')) return this.#byName.get(moduleName(name));
    const found = this.#patterns.find((alias) => matchesPath(alias.name, name));
    return found?.target === name ? undefined : found;
  }
}

/** modprobe looks names up without a directory and without the suffix of a module file. */
function moduleName(name: string): string {
  const file = name.slice(name.lastIndexOf('/') + 1);
  for (const suffix of ['.o.gz', '.mod', '.o']) {
    if (file.endsWith(suffix)) return file.slice(0, -suffix.length);
  }
  return file;
}

/** In the name of a device `*` matches all that follows and `?` any character. */
function matchesPath(pattern: string, name: string): boolean {
  for (let at = 0; at < pattern.length; at++) {
    if (pattern[at] === '*') return true;
    if (at >= name.length || (pattern[at] !== '?' && pattern[at] !== name[at])) return false;
  }
  return pattern.length === name.length;
}
