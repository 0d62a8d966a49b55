import type {
  AliasEntry,
  BlacklistEntry,
  CommandEntry,
  KmodConfiguration,
  OptionsEntry,
  SoftdepEntry,
} from './configuration.ts';
import { PatternList } from './pattern-list.ts';

/** A configuration by name: what kmod finds in it for one module. */
export class ConfigurationIndex {
  readonly #aliases: PatternList<AliasEntry>;
  readonly #installs: PatternList<CommandEntry>;
  readonly #softdeps: PatternList<SoftdepEntry>;
  readonly #installNames: ReadonlyMap<string, CommandEntry>;
  readonly #removeNames: ReadonlyMap<string, CommandEntry>;
  readonly #blacklists: ReadonlyMap<string, BlacklistEntry>;
  readonly #options = new Map<string, number[]>();
  readonly #configuration: KmodConfiguration;

  constructor(configuration: KmodConfiguration) {
    this.#configuration = configuration;
    this.#aliases = new PatternList(configuration.aliases, ({ pattern }) => pattern);
    this.#installs = new PatternList(configuration.installs, ({ module }) => module);
    this.#softdeps = new PatternList(configuration.softdeps, ({ module }) => module);
    this.#installNames = firstByModule(configuration.installs);
    this.#removeNames = firstByModule(configuration.removes);
    this.#blacklists = firstByModule(configuration.blacklists);
    configuration.options.forEach(({ module }, index) => {
      const same = this.#options.get(module);
      if (same === undefined) this.#options.set(module, [index]);
      else same.push(index);
    });
  }

  /** @returns every alias whose pattern matches a normalised request, in order. */
  aliases(request: string): AliasEntry[] {
    return this.#aliases.all(request);
  }

  /** @returns the install line that counts for a module: the first whose pattern matches. */
  install(module: string): CommandEntry | undefined {
    return this.#installs.first(module);
  }

  /** @returns the softdep line that counts for a module: the first whose pattern matches. */
  softdep(module: string): SoftdepEntry | undefined {
    return this.#softdeps.first(module);
  }

  /** @returns the first install or remove line for exactly this name, wildcards being ordinary characters. */
  commandNamed(kind: 'install' | 'remove', name: string): CommandEntry | undefined {
    return (kind === 'install' ? this.#installNames : this.#removeNames).get(name);
  }

  blacklist(module: string): BlacklistEntry | undefined {
    return this.#blacklists.get(module);
  }

  /** @returns the options lines for a module, and for the alias that it was found by, in order. */
  options(module: string, alias: string | undefined): OptionsEntry[] {
    const own = this.#options.get(module) ?? [];
    const ofAlias = alias === undefined || alias === module ? [] : (this.#options.get(alias) ?? []);
    return [...own, ...ofAlias]
      .sort((left, right) => left - right)
      .map((index) => this.#configuration.options[index]!);
  }
}

function firstByModule<Entry extends { readonly module: string }>(
  entries: readonly Entry[],
): ReadonlyMap<string, Entry> {
  const first = new Map<string, Entry>();
  for (const entry of entries) if (!first.has(entry.module)) first.set(entry.module, entry);
  return first;
}

const indexes = new WeakMap<KmodConfiguration, ConfigurationIndex>();

/** @returns the index of a configuration, made when it is first asked for. */
export function indexOf(configuration: KmodConfiguration): ConfigurationIndex {
  let index = indexes.get(configuration);
  if (index === undefined) {
    index = new ConfigurationIndex(configuration);
    indexes.set(configuration, index);
  }
  return index;
}
