import type { FileSystem } from '../../files/file-system.ts';
import { depmodD } from '../../syntax/depmod-d/language.ts';
import type { CommandLine, DepmodDTree } from '../../syntax/depmod-d/tree.ts';
import { rawSpan } from '../../text/logical-line.ts';
import { builtIn, type ConfigurationFile, type FileOrigin, type Origin } from '../origin.ts';
import type { KmodMessage } from './configuration.ts';
import { collectSet, type OpenFile, opener, type SetFile } from './configuration-set.ts';

/** The directories of depmod.d, by precedence. */
const depmodDirectories: readonly string[] = [
  '/etc/depmod.d',
  '/run/depmod.d',
  '/usr/local/lib/depmod.d',
  '/usr/lib/depmod.d',
  '/lib/depmod.d',
];

interface Entry {
  readonly origin: Origin;
}

/** A place where depmod looks for modules; of two modules with one name that of the earlier place wins. */
interface SearchEntry extends Entry {
  /** `built-in` stands for everything that no other place covers, `external` for the external directories. */
  readonly place: 'directory' | 'built-in' | 'external';
  /** As written: relative to /lib/modules/V. */
  readonly directory: string;
}

interface OverrideEntry extends Entry {
  readonly module: string;
  /** `*`, or an extended regular expression that the kernel version must match somewhere. */
  readonly version: string;
  /** Relative to /lib/modules/V. */
  readonly directory: string;
}

interface ExternalEntry extends Entry {
  readonly version: string;
  /** Absolute. */
  readonly directory: string;
}

interface ExcludeEntry extends Entry {
  /** A name of directories that are not searched. */
  readonly directory: string;
}

export interface DepmodConfiguration {
  readonly searches: readonly SearchEntry[];
  readonly overrides: readonly OverrideEntry[];
  readonly externals: readonly ExternalEntry[];
  readonly excludes: readonly ExcludeEntry[];
  /** Every file that was found and what became of it. */
  readonly files: readonly SetFile<DepmodDTree>[];
  /** What depmod says on stderr, in order. */
  readonly messages: readonly KmodMessage[];
}

/**
 * Reads a whole configuration as depmod does; without any `search` line it searches `updates` first. Never throws.
 *
 * @param open gives a file by its path; left out, it is read from `files`
 * @param places directories and files, by precedence; left out, the machine's own
 */
export function readDepmodConfiguration(
  files: FileSystem,
  open: OpenFile<DepmodDTree> = opener(files, depmodD),
  places: readonly string[] = depmodDirectories,
): DepmodConfiguration {
  const set = collectSet(files, places, open);
  const lists = {
    searches: [] as SearchEntry[],
    overrides: [] as OverrideEntry[],
    externals: [] as ExternalEntry[],
    excludes: [] as ExcludeEntry[],
    messages: set.misnamedDirectories.map((path): KmodMessage => {
      const text = `depmod: ERROR: Directories inside directories are not supported: ${path}`;
      return { text, origin: undefined };
    }),
  };
  for (const file of set.effective) {
    file.document.lines.forEach((line, index) => {
      if (line.tree.kind !== 'command') return;
      const end = line.text.trimEnd().length;
      const span = rawSpan(line.segments, line.tree.command.start, end);
      addCommand(lists, line.tree, { kind: 'file', file, line: index, span });
    });
  }
  if (lists.searches.length === 0)
    lists.searches.push({ place: 'directory', directory: 'updates', origin: builtIn });
  return { ...lists, files: set.files };
}

interface Lists {
  readonly searches: SearchEntry[];
  readonly overrides: OverrideEntry[];
  readonly externals: ExternalEntry[];
  readonly excludes: ExcludeEntry[];
  readonly messages: KmodMessage[];
}

function addCommand(
  lists: Lists,
  { command, directive, words, fault }: CommandLine,
  origin: FileOrigin,
): void {
  const texts = words.map(({ text }) => text);
  if (fault !== undefined) {
    if (fault !== 'not-implemented') lists.messages.push(complaint(origin, command.text));
  } else if (directive === 'search') {
    lists.searches.push(...texts.map((directory) => ({ place: placeOf(directory), directory, origin })));
  } else if (directive === 'exclude') {
    lists.excludes.push(...texts.map((directory) => ({ directory, origin })));
  } else if (directive === 'override') {
    const [module = '', version = '', directory = ''] = texts;
    lists.overrides.push({ module, version, directory, origin });
  } else if (directive === 'external') {
    const [version = '', ...directories] = texts;
    lists.externals.push(...directories.map((directory) => ({ version, directory, origin })));
  }
}

function placeOf(word: string): SearchEntry['place'] {
  return word === 'built-in' || word === 'external' ? word : 'directory';
}

function complaint(origin: FileOrigin, command: string): KmodMessage {
  const { file, line }: { file: ConfigurationFile; line: number } = origin;
  const place = `${file.path}:${file.document.loaderLineNumber(line)}`;
  return { text: `depmod: ERROR: ${place}: ignoring bad line starting with '${command}'`, origin };
}

/**
 * @param version of an override or external line
 * @returns whether it stands for a kernel version; undefined for a regular expression that is more than letters, digits,
 *   `-`, `_`, `.` (any character), `^` and `$`
 */
export function matchesKernel(version: string, kernel: string): boolean | undefined {
  if (version === '*') return true;
  const fromStart = version.startsWith('^');
  const toEnd = version.endsWith('$');
  const plain = version.slice(Number(fromStart), version.length - Number(toEnd));
  if (!/^[-\w.]*$/.test(plain)) return undefined;
  const last = kernel.length - plain.length;
  for (let at = toEnd ? Math.max(last, 0) : 0; at <= (fromStart ? Math.min(last, 0) : last); at++) {
    const here = kernel.slice(at);
    if ([...plain].every((character, index) => character === '.' || character === here[index])) return true;
  }
  return false;
}
