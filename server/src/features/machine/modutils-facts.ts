import { showExpansion } from '../../expand/expansion.ts';
import {
  type ConfigurationEntry,
  knownWords,
  type ModutilsConfiguration,
} from '../../loaders/modutils/configuration.ts';
import type { LoaderFacts } from './loader-facts.ts';
import { type Statement, statement, type UriOf } from './place.ts';

/** Aliases that modprobe loads nothing for. */
const nothing = new Set(['off', 'null']);

/** Commands that load nothing, whatever they report. */
const idle = new Set(['/bin/true', '/bin/false', 'true', 'false', ':']);

/** What a modules.conf says of modules, modutils' own defaults included. */
export function modutilsFacts(configuration: ModutilsConfiguration, uriOf: UriOf): LoaderFacts {
  const { aliases, options, above, below, commands } = configuration;
  return {
    isBlocked: (module) => {
      const [target] = knownWords(aliases.get(module));
      if (target !== undefined && nothing.has(target)) return true;
      const install = commands.find((command) => command.kind === 'install' && command.module === module);
      return install !== undefined && idle.has(install.command.trim());
    },

    aliases: (module) =>
      [...aliases.values()]
        .filter((entry) => knownWords(entry)[0] === module)
        .flatMap((entry) => partsOf(entry, uriOf, () => entry.key)),

    options: (module) => partsOf(options.get(module), uriOf),

    others: (module) => [
      ...[
        ['alias', aliases.get(module)] as const,
        ['above', above.get(module)] as const,
        ['below', below.get(module)] as const,
      ].flatMap(([name, entry]) => partsOf(entry, uriOf, (words) => `${name} ${module} ${words}`)),
      ...commands
        .filter((command) => command.module === module)
        .map(({ kind, command, origin }) => statement(`${kind} ${module} ${command}`, origin, uriOf)),
    ],
  };
}

function partsOf(
  entry: ConfigurationEntry | undefined,
  uriOf: UriOf,
  say: (words: string) => string = (words) => words,
): Statement[] {
  return (entry?.parts ?? []).map(({ value, origin }) => statement(say(showExpansion(value)), origin, uriOf));
}
