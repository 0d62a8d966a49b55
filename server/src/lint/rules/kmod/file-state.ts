import { baseName, directoryName, joinPath } from '../../../files/paths.ts';
import type { SetFile } from '../../../loaders/kmod/configuration-set.ts';
import type { LanguageId } from '../../../syntax/language.ts';
import type { DocumentFinding, RuleDocs, RuleExample } from '../../rule.ts';

/** A kind of directory that a program reads files from. */
export interface Place {
  readonly language: LanguageId;
  /** What reads the files, as messages name it. */
  readonly program: string;
  /** A line without fault, for examples. */
  readonly sample: string;
}

const indexes = new WeakMap<readonly SetFile[], ReadonlyMap<string, SetFile>>();

/** @returns the files of a set by their paths; made once, because every file asks. */
export function byPath(files: readonly SetFile[]): ReadonlyMap<string, SetFile> {
  let index = indexes.get(files);
  if (index === undefined) {
    index = new Map(files.map((file) => [file.path, file]));
    indexes.set(files, index);
  }
  return index;
}

/** @returns what became of the file at a path, or of the directory that it stands in; undefined for one that is no part of the set. */
function stateOf(location: string, files: readonly SetFile[]): SetFile | undefined {
  const states = byPath(files);
  for (let path = location; path !== '/'; path = directoryName(path)) {
    const state = states.get(path);
    if (state !== undefined && (path === location || state.reason === 'directory')) return state;
  }
  return undefined;
}

/** Names by which people put a file aside. */
const aside =
  /(~|\.(bak|backup|old|orig|save|off|disabled?|example|sample|md|txt|rpm\w+|dpkg-\w+|ucf-\w+))$/i;

/** @returns the finding for a file that the program does not read because of its name or place. */
export function notRead(
  location: string,
  files: readonly SetFile[],
  { program, language }: Place,
): DocumentFinding | undefined {
  const state = stateOf(location, files);
  if (state?.state !== 'ignored') return undefined;
  const name = baseName(location);
  const found = reasonOf(state, name, language);
  if (found === undefined) return undefined;
  const [reason, remedy] = found;
  const span = { start: 0, end: 0 };
  const fact = `${program} does not read this file, because ${reason}`;
  const isAside = aside.test(name) || (name.startsWith('.') && !name.endsWith('.conf'));
  if (!isAside) return { line: 0, span, message: `${fact}; ${remedy}` };
  return { line: 0, span, message: `${fact}, which is right if it was put aside`, severity: 'info' };
}

function reasonOf(
  { reason, path }: SetFile,
  name: string,
  language: LanguageId,
): readonly [reason: string, remedy: string] | undefined {
  const bare = name.replace(/^\.+/, '');
  const readable = bare.endsWith('.conf') ? bare : `${bare}.conf`;
  switch (reason) {
    case 'hidden':
      return ['its name begins with a dot', `call it \`${readable}\``];
    case 'no-suffix':
      return ['its name does not end in `.conf`', `call it \`${readable}\``];
    case 'directory': {
      const place = joinPath(directoryName(path), readable);
      return [`it does not look into directories inside ${language}`, `move it to \`${place}\``];
    }
    default:
      return undefined;
  }
}

/** @returns the finding for a file in whose place another one of its name is read. */
export function shadowed(
  location: string,
  files: readonly SetFile[],
  { program }: Place,
): DocumentFinding | undefined {
  const state = stateOf(location, files);
  if (state?.winner === undefined) return undefined;
  const message =
    state.state === 'masked'
      ? `${program} does not read this file, because \`${state.winner}\`, which is empty or leads to /dev/null, masks it; remove that one if it is not meant`
      : `${program} reads \`${state.winner}\` instead of this file, because it has the same name and its directory comes first; give one of them another name to have both`;
  return { line: 0, span: { start: 0, end: 0 }, message };
}

/** @returns the documentation of `file-not-read`. */
export function notReadDocs({ program, language, sample }: Place): RuleDocs {
  return {
    summary: 'A file that is not read because of its name or place.',
    why: [
      `${program} reads only files whose names end in \`.conf\` and do not begin with a dot, and it does not look into subdirectories. Nothing is said about the others: what stands in them has no effect.`,
      'Names by which files are put aside on purpose (`.bak`, `.disabled`, `.dpkg-old` and the like) are only noted.',
    ].join('\n'),
    basis: 'kmod and systemd pass over other names when they list a directory.',
    bad: at(`/etc/${language}/local`, sample),
    good: at(`/etc/${language}/local.conf`, sample),
  };
}

/** @returns the documentation of `shadowed-file`. */
export function shadowedDocs({ program, language, sample }: Place): RuleDocs {
  const own = `/usr/lib/${language}/local.conf`;
  return {
    summary: 'A file in whose place one of the same name in another directory is read.',
    why: `Of files with the same name ${program} reads only the one in the directory of the highest precedence: /etc, /run, /usr/local/lib, /usr/lib, /lib. That is how an administrator replaces a file of a package, or masks it with an empty one; done by accident, the other file is lost without a word.`,
    basis: `${language}(5); the precedence as recorded from kmod.`,
    bad: { files: { ...at(own, sample).files, ...at(`/etc/${language}/local.conf`, sample).files } },
    good: { files: { ...at(own, sample).files, ...at(`/etc/${language}/other.conf`, sample).files } },
  };
}

function at(path: string, sample: string): RuleExample {
  return { files: { [path]: `${sample}\n` } };
}
