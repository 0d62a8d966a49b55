import { resolve } from 'node:path';
import type { FileSystem } from '../../files/file-system.ts';
import { directoryName } from '../../files/paths.ts';
import type { Configuration } from '../../lint/configuration-file/configuration.ts';
import { configurationFileIn } from '../../lint/configuration-file/find.ts';
import type { Arguments } from '../arguments.ts';
import type { Host } from '../host.ts';

/** Finds the configuration file that holds for a file: the nearest one above it, unless the user says which. */
export class UserConfigurations {
  readonly #files: FileSystem;
  readonly #directory: string;
  /** Absolute; undefined: the nearest one. */
  readonly #chosen: string | undefined;
  readonly #none: boolean;
  /** By folder. */
  readonly #found = new Map<string, string | undefined>();
  /** By the file's path. */
  readonly #loaded = new Map<string, Configuration>();

  constructor(args: Arguments, host: Host) {
    const file = args.value('config');
    this.#files = host.filesBelow('/');
    this.#directory = host.directory;
    this.#chosen = file === undefined ? undefined : resolve(host.directory, file);
    this.#none = args.has('no-config');
  }

  /** Those that were read so far. */
  get loaded(): Iterable<Configuration> {
    return this.#loaded.values();
  }

  /**
   * @param folder absolute; of the file that is asked about
   * @throws ConfigurationError, FileError
   */
  async of(folder: string): Promise<Configuration | undefined> {
    if (this.#none) return undefined;
    const path = this.#chosen ?? this.#nearest(folder);
    return path === undefined ? undefined : (this.#loaded.get(path) ?? this.#load(path));
  }

  /** For files of a root that the user named: whoever made an image does not decide how it is checked. */
  ofRoots(): Promise<Configuration | undefined> {
    return this.of(this.#directory);
  }

  #nearest(folder: string): string | undefined {
    if (this.#found.has(folder)) return this.#found.get(folder);
    const above = folder === '/' ? undefined : directoryName(folder);
    const path =
      configurationFileIn(this.#files, folder) ?? (above === undefined ? undefined : this.#nearest(above));
    this.#found.set(folder, path);
    return path;
  }

  /** What reads configuration files is loaded when there is one. */
  async #load(path: string): Promise<Configuration> {
    const { loadConfiguration } = await import('../../lint/configuration-file/load.ts');
    const configuration = loadConfiguration(this.#files, path);
    this.#loaded.set(path, configuration);
    return configuration;
  }
}
