import type { Origin } from '../origin.ts';
import type { KmodConfiguration, SoftdepEntry, SoftdepEntrySection } from './configuration.ts';

export interface PrintConfigurationOptions {
  /** Softdeps as kmod up to 34 prints them, which forgets the blank before `post:` and lets the lists run into each other. */
  readonly exact?: boolean;
}

/** A line of `modprobe -c`, without a line end, and the line of a file that it comes from. */
export interface PrintedEntry {
  readonly text: string;
  readonly origin: Origin;
}

/** @returns the lines that `modprobe -c` prints before the indexes. */
export function printKmodConfiguration(
  configuration: KmodConfiguration,
  { exact = false }: PrintConfigurationOptions = {},
): PrintedEntry[] {
  const { blacklists, installs, removes, aliases, options, softdeps, weakdeps } = configuration;
  const line = (origin: Origin, ...words: string[]): PrintedEntry => ({ text: words.join(' '), origin });
  return [
    ...blacklists.map(({ module, origin }) => line(origin, 'blacklist', module)),
    ...installs.map(({ module, command, origin }) => line(origin, 'install', module, command)),
    ...removes.map(({ module, command, origin }) => line(origin, 'remove', module, command)),
    ...aliases.map(({ pattern, module, origin }) => line(origin, 'alias', pattern, module)),
    ...options.map((entry) => line(entry.origin, 'options', entry.module, entry.options)),
    ...softdeps.map((entry) => line(entry.origin, 'softdep', entry.module, softdepText(entry, exact))),
    ...weakdeps.map(({ module, modules, origin }) => line(origin, 'weakdep', module, modules.join(' '))),
  ];
}

function softdepText(entry: SoftdepEntry, exact: boolean): string {
  const list = (when: 'pre' | 'post'): string => {
    const modules = exact ? modulesInBuffer(entry, when) : entry[when];
    return modules.length > 0 ? `${when}: ${modules.join(' ')}` : '';
  };
  return [list('pre'), list('post')].filter(Boolean).join(exact ? '' : ' ');
}

/**
 * kmod keeps the modules of both lists in one buffer, in the order of the line, and prints a list from its first module to
 * its last, whatever stands between them.
 */
function modulesInBuffer({ sections }: SoftdepEntry, side: 'pre' | 'post'): string[] {
  const holdsSome = (section: SoftdepEntrySection) => section.when === side && section.modules.length > 0;
  const first = sections.findIndex(holdsSome);
  return first === -1
    ? []
    : sections.slice(first, sections.findLastIndex(holdsSome) + 1).flatMap(({ modules }) => modules);
}
