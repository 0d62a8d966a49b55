import { FileError, type FileSystem } from '../../files/file-system.ts';
import { LineWord } from '../../syntax/line-word.ts';
import { modulesLoadD } from '../../syntax/modules-load-d/language.ts';
import type { ModulesLoadDTree } from '../../syntax/modules-load-d/tree.ts';
import type { SourceLine } from '../../text/source-document.ts';
import type { ConfigurationFile, FileOrigin } from '../origin.ts';
import { collectSet, type OpenFile, opener, type SetFile } from './configuration-set.ts';

/** The directories of modules-load.d, by precedence. */
const modulesLoadDirectories: readonly string[] = [
  '/etc/modules-load.d',
  '/run/modules-load.d',
  '/usr/local/lib/modules-load.d',
  '/usr/lib/modules-load.d',
];

/** Debian's list of modules, older than modules-load.d. */
const etcModules = '/etc/modules';

/** A module that is to be loaded when the system starts. */
interface ModuleRequest {
  /** As written; looked up like a request to modprobe with `-b`. */
  readonly name: string;
  /** Arguments for the module, which only /etc/modules may have. */
  readonly arguments: readonly string[];
  readonly origin: FileOrigin;
}

/** Where the lists of modules stand; on a machine in the places of systemd and Debian. */
export interface ModulesLoadPlaces {
  /** Directories and files, by precedence. */
  readonly places: readonly string[];
  /** The path of /etc/modules; undefined where there is none. */
  readonly oldList: string | undefined;
}

export interface ModulesLoadConfiguration {
  /** In the order in which they are loaded. */
  readonly requests: readonly ModuleRequest[];
  /** Every file that was found and what became of it. */
  readonly files: readonly SetFile<ModulesLoadDTree>[];
}

/**
 * Reads what is to be loaded at the start of the system: modules-load.d as systemd-modules-load does (masking as for
 * modprobe.d; a whole line is one name), then /etc/modules as Debian's own script does (only `#` comments; the first word is
 * the name), unless a file of modules-load.d is a link to it. Never throws.
 *
 * @param open gives a file by its path; left out, it is read from `files`
 * @param where the places to look at; left out, the machine's own
 */
export function readModulesLoad(
  files: FileSystem,
  open: OpenFile<ModulesLoadDTree> = opener(files, modulesLoadD),
  where: ModulesLoadPlaces = { places: modulesLoadDirectories, oldList: etcModules },
): ModulesLoadConfiguration {
  const { places, oldList } = where;
  const set = collectSet(files, places, open);
  const requests = set.effective.flatMap((file) => requestsOf(file, requestOfLine));
  const isLinked = set.effective.some(({ path }) => files.realPath(path) === oldList);
  const old = isLinked || oldList === undefined ? undefined : readOld(oldList, open);
  if (old?.file !== undefined) requests.push(...requestsOf(old.file, requestOfOldLine));
  return { requests, files: old === undefined ? set.files : [...set.files, old] };
}

function readOld(path: string, open: OpenFile<ModulesLoadDTree>): SetFile<ModulesLoadDTree> | undefined {
  try {
    return { path, state: 'read', file: open(path) };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return error.code === 'not-found' ? undefined : { path, state: 'ignored', reason: 'unreadable' };
  }
}

type Words = readonly LineWord[];

/** @param wordsOf the name and its arguments in a line */
function requestsOf(
  file: ConfigurationFile<ModulesLoadDTree>,
  wordsOf: (line: SourceLine<ModulesLoadDTree>) => Words,
): ModuleRequest[] {
  return file.document.lines.flatMap((line, index) => {
    const [name, ...rest] = wordsOf(line);
    if (name === undefined) return [];
    const origin: FileOrigin = { kind: 'file', file, line: index, span: name.span };
    return { name: name.text, arguments: rest.map(({ text }) => text), origin };
  });
}

function requestOfLine({ tree }: SourceLine<ModulesLoadDTree>): Words {
  return tree.kind === 'name' ? [tree.name] : [];
}

/** In /etc/modules a `;` is no comment. */
function requestOfOldLine({ text, tree }: SourceLine<ModulesLoadDTree>): Words {
  if (tree.kind === 'name') return tree.words;
  if (tree.kind === 'empty' || tree.marker === '#') return [];
  const start = text.indexOf(tree.marker);
  return [new LineWord(text.slice(start).trimEnd(), start, undefined)];
}
