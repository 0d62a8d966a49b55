import { FileError, type FileErrorCode, type FileSystem } from '../../files/file-system.ts';
import { decode } from '../../text/encoding.ts';
import { type Dep24, readDep24 } from '../../tree/dep24.ts';
import type { Note } from '../origin.ts';
import type { ModutilsConfiguration } from './configuration.ts';

/** The dependencies that modprobe works with, or why it has none. */
export interface ModutilsDependencies {
  /** Undefined when modprobe cannot read them, which makes every request fail, or when nobody knows where they are. */
  readonly list: Dep24 | undefined;
  /** Why nobody knows where modules.dep is. */
  readonly unknown?: Note;
  /** What modprobe says on stderr about them, without the program's name and a line end. */
  readonly messages: readonly string[];
}

/**
 * Reads modules.dep as modprobe does: from where `depfile=` or the default says.
 *
 * @param path overrides what the configuration says
 */
export function readDependencies(
  configuration: ModutilsConfiguration,
  files: FileSystem,
  path?: string,
): ModutilsDependencies {
  const entry = configuration.generatedFiles.find(({ name }) => name === 'depfile');
  const place = entry?.value;
  if (path === undefined && entry !== undefined && place?.known === false) {
    const unknown = { text: `depfile= ${place.reason}`, origin: entry.origin };
    return { list: undefined, unknown, messages: [] };
  }
  const file = path ?? (place?.known ? place.words[0] : undefined);
  if (file === undefined) return { list: undefined, messages: [] };
  try {
    const list = listOf(file, files.read(file));
    return { ...dependenciesFrom(list), messages: notesOn(configuration, files, file) };
  } catch (error) {
    return unreadable(file, error);
  }
}

/** By the bytes that they were made from: a file system that keeps them is asked again and again while somebody types. */
const lists = new WeakMap<Uint8Array, Dep24>();

function listOf(path: string, bytes: Uint8Array): Dep24 {
  let list = lists.get(bytes);
  if (list?.path !== path) {
    list = readDep24(path, decode(bytes));
    lists.set(bytes, list);
  }
  return list;
}

/** @returns the dependencies of a modules.dep that is at hand. */
export function dependenciesFrom(list: Dep24): ModutilsDependencies {
  return { list, messages: [] };
}

function notesOn(configuration: ModutilsConfiguration, files: FileSystem, depfile: string): string[] {
  const { main } = configuration;
  const read = main && files.stat(main.path)?.modified;
  const made = files.stat(depfile)?.modified;
  if (main === undefined || read === undefined || made === undefined) return [];
  return Math.floor(read / 1000) > Math.floor(made / 1000)
    ? [`Note: ${main.path} is more recent than ${depfile}`]
    : [];
}

const errnoTexts: Readonly<Partial<Record<FileErrorCode, string>>> = {
  'not-found': 'No such file or directory',
  permission: 'Permission denied',
  'not-directory': 'Not a directory',
  'link-loop': 'Too many levels of symbolic links',
};

function unreadable(path: string, error: unknown): ModutilsDependencies {
  // A directory can be opened and has no lines.
  if (error instanceof FileError && error.code === 'is-directory')
    return dependenciesFrom(readDep24(path, ''));
  const known = error instanceof FileError ? errnoTexts[error.code] : undefined;
  const reason = known ?? (error instanceof Error ? error.message : String(error));
  return { list: undefined, messages: [`Can't open dependencies file ${path} (${reason})`] };
}
