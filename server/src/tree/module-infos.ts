import { FileError, type FileSystem } from '../files/file-system.ts';
import type { Decompress } from './decompress.ts';
import type { ElfProblem } from './elf-section.ts';
import { type ModuleInfo, parseModuleInfo } from './module-info.ts';

/** The largest modules of real kernels have half of this, with debugging information. */
const maximumModuleSize = 256 * 1024 * 1024;

const describe: Readonly<Record<ElfProblem, string>> = {
  'not-elf': 'is not a module file',
  damaged: 'is a damaged module file',
  'no-section': 'is a module file without .modinfo',
};

/**
 * Reads what a module file says of itself.
 *
 * @param path the file's place in the root; compressed or not
 * @returns a FileError for what cannot be read or is no module
 */
export async function readModuleInfo(
  files: FileSystem,
  path: string,
  decompress: Decompress,
): Promise<ModuleInfo | FileError> {
  try {
    const bytes = await decompress(files.read(path, maximumModuleSize), maximumModuleSize);
    const info = parseModuleInfo(bytes);
    return typeof info === 'string' ? new FileError('other', path, describe[info]) : info;
  } catch (error) {
    if (error instanceof FileError) return error;
    return new FileError('other', path, error instanceof Error ? error.message : String(error));
  }
}

/**
 * What module files say of themselves, read once for each file. Reading takes time (files are compressed), so it is done
 * ahead with {@link load}; rules and features then {@link get} at once.
 */
export class ModuleInfos {
  readonly #files: FileSystem;
  readonly #decompress: Decompress;
  readonly #known = new Map<string, { readonly stamp: string; readonly info: ModuleInfo | FileError }>();

  constructor(files: FileSystem, decompress: Decompress) {
    this.#files = files;
    this.#decompress = decompress;
  }

  /** Reads the file at `path` unless that is done already and it has not changed since. */
  async load(path: string): Promise<ModuleInfo | FileError> {
    const stat = this.#files.stat(path);
    const stamp = `${stat?.size} ${stat?.modified}`;
    const known = this.#known.get(path);
    if (known?.stamp === stamp) return known.info;
    const info = await readModuleInfo(this.#files, path, this.#decompress);
    this.#known.set(path, { stamp, info });
    return info;
  }

  /** @returns what {@link load} found at `path`; undefined where it has not looked, or could not read. */
  get(path: string): ModuleInfo | undefined {
    const info = this.#known.get(path)?.info;
    return info instanceof FileError ? undefined : info;
  }
}
