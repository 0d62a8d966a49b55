import { moduleName24 } from '../../../tree/dep24.ts';
import type { ChainLink } from '../../load-plan.ts';
import type { Note } from '../../origin.ts';
import type {
  CommandEntry,
  CommandKind,
  ConfigurationEntry,
  ModutilsConfiguration,
  OptionsEntry,
} from '../configuration.ts';
import { notesOnReading } from '../configuration-notes.ts';

/** Looks things up in a configuration by the names that modprobe uses for it. */
export class ConfigurationIndex {
  /** What was unknown while the configuration was read, which every answer depends on. */
  readonly notes: readonly Note[];
  readonly #configuration: ModutilsConfiguration;
  readonly #commands = new Map<string, CommandEntry>();
  /** Aliases that a device's name can match, which begins with `/`. */
  readonly #deviceAliases: readonly ConfigurationEntry[];

  constructor(configuration: ModutilsConfiguration) {
    this.#configuration = configuration;
    this.notes = notesOnReading(configuration);
    for (const command of configuration.commands) {
      const place = `${command.kind} ${command.module}`;
      if (!this.#commands.has(place)) this.#commands.set(place, command);
    }
    this.#deviceAliases = [...configuration.aliases.values()].filter(({ key }) => /^[/*?]/.test(key));
  }

  /**
   * @returns the alias of a name, which may have no words. A name that begins with `/` is compared with the aliases as
   *   patterns, in their order; any other is looked up without directory and suffix.
   */
  alias(name: string): ConfigurationEntry | undefined {
    if (!name.startsWith('/')) return this.#configuration.aliases.get(moduleName24(name));
    return this.#deviceAliases.find(({ key }) => matchesDevice(key, name));
  }

  /** @returns how much work following a chain of aliases was: a device's name is compared with many. */
  costOf(names: readonly ChainLink[]): number {
    const devices = names.filter(({ name }) => name.startsWith('/')).length;
    return names.length + Math.floor((devices * this.#deviceAliases.length) / 100);
  }

  options(name: string): OptionsEntry | undefined {
    return this.#configuration.options.get(name.startsWith('/') ? name : moduleName24(name));
  }

  above(name: string): ConfigurationEntry | undefined {
    return this.#configuration.above.get(moduleName24(name));
  }

  below(name: string): ConfigurationEntry | undefined {
    return this.#configuration.below.get(moduleName24(name));
  }

  command(kind: CommandKind, name: string): CommandEntry | undefined {
    return this.#commands.get(`${kind} ${moduleName24(name)}`);
  }

  /** @returns the list to try instead of a name, of either kind; `probe` goes first. */
  probe(
    name: string,
  ): { readonly kind: 'probe' | 'probeall'; readonly entry: ConfigurationEntry } | undefined {
    const probe = this.#configuration.probe.get(name);
    if (probe !== undefined) return { kind: 'probe', entry: probe };
    const probeall = this.#configuration.probeall.get(name);
    return probeall && { kind: 'probeall', entry: probeall };
  }
}

const indexes = new WeakMap<ModutilsConfiguration, ConfigurationIndex>();

/** @returns the index of a configuration, which is made once. */
export function indexOf(configuration: ModutilsConfiguration): ConfigurationIndex {
  let index = indexes.get(configuration);
  if (index === undefined) {
    index = new ConfigurationIndex(configuration);
    indexes.set(configuration, index);
  }
  return index;
}

/** Compares as modprobe does for devfs: `?` is any character, the first `*` matches all the rest. */
function matchesDevice(pattern: string, name: string): boolean {
  for (let at = 0; at < pattern.length; at++) {
    if (pattern[at] === '*') return true;
    if (at >= name.length || (pattern[at] !== '?' && pattern[at] !== name[at])) return false;
  }
  return pattern.length === name.length;
}
