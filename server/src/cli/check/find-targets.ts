import { dirname, resolve } from 'node:path';
import type { Configuration } from '../../lint/configuration-file/configuration.ts';
import type { LintSettings } from '../../lint/settings.ts';
import { configurationFiles } from '../../workspace/configuration-files.ts';
import { type FileSettings, SettingsTable } from '../configuration/file-settings.ts';
import { configuredPath, folderPolicy } from '../configuration/folder-policy.ts';
import type { UserConfigurations } from '../configuration/user-configurations.ts';
import { type ExcludedFile, FileFinder, type FoundFile, type NotFound } from '../find-files.ts';
import type { Host } from '../host.ts';
import { onMachine } from '../projects.ts';

/** What is to be checked, or why something is not. */
export type Target = FileTarget | ExcludedFile | NotFound;

/** A file that is to be checked. Plain data. */
export interface FileTarget extends FoundFile {
  /** Absolute; undefined where the root follows from the file's own place. */
  readonly root: string | undefined;
  readonly settings: FileSettings;
}

export interface TargetOptions {
  /** Files and directories; none means the roots, or what is below the current directory. */
  readonly paths: readonly string[];
  /** The root file systems, as the user named them. */
  readonly roots: readonly string[];
  /** Whether files in directories count whose language is not known. */
  readonly everyFile: boolean;
  readonly configurations: UserConfigurations;
  /** What the command line makes of a file's settings. */
  readonly select: (settings: LintSettings) => LintSettings;
}

/** Finds what is to be checked. */
export class TargetFinder {
  readonly #host: Host;
  readonly #options: TargetOptions;
  readonly #settings: SettingsTable;
  /** By absolute path. */
  readonly #seen = new Set<string>();

  constructor(host: Host, options: TargetOptions) {
    this.#host = host;
    this.#options = options;
    this.#settings = new SettingsTable(options.select);
  }

  /**
   * @param path of the file that standard input stands for, as the user named it
   * @returns how standard input is to be checked; the file is not found again
   */
  standardInput(path = '-'): Promise<FileTarget> {
    return this.#target(path, resolve(this.#host.directory, path), this.#chosenRoot());
  }

  /**
   * Finds each file once, in the order of the command line and in byte order below directories.
   *
   * @throws ConfigurationError; FileError of a configuration
   */
  async *find(): AsyncGenerator<Target> {
    for await (const target of this.#all()) {
      if (target.kind !== 'file') yield target;
      else if (!this.#seen.has(target.path)) yield this.#target(target.shown, target.path, target.root);
    }
  }

  async *#all(): AsyncGenerator<(FoundFile & { root: string | undefined }) | ExcludedFile | NotFound> {
    const { paths, roots, everyFile, configurations } = this.#options;
    if (paths.length === 0 && roots.length > 0) {
      for (const root of roots) yield* this.#inRoot(root);
      return;
    }
    const root = this.#chosenRoot();
    const finder = new FileFinder(this.#host, everyFile, {
      inFolder: async (folder) => {
        const configuration = await (root === undefined
          ? configurations.of(folder)
          : configurations.ofRoots());
        return folderPolicy(configuration, this.#host, root);
      },
    });
    for (const path of paths.length === 0 ? ['.'] : paths) {
      for await (const found of finder.find(path)) yield found.kind === 'file' ? { ...found, root } : found;
    }
  }

  async *#inRoot(shown: string): AsyncGenerator<(FoundFile & { root: string }) | NotFound> {
    const root = resolve(this.#host.directory, shown);
    const files = this.#host.filesBelow(root);
    if (files.stat('/')?.kind !== 'directory') {
      yield { kind: 'unreadable', shown, reason: 'is not a directory' };
      return;
    }
    const { excludes } = folderPolicy(await this.#options.configurations.ofRoots(), this.#host, root);
    for (const inside of configurationFiles(files)) {
      const path = onMachine(root, inside);
      if (excludes(path, false) !== undefined) continue;
      yield { kind: 'file', root, path, shown: shown === '.' ? inside.slice(1) : onMachine(shown, inside) };
    }
  }

  async #target(shown: string, path: string, root: string | undefined): Promise<FileTarget> {
    this.#seen.add(path);
    const { configurations } = this.#options;
    const configuration = await (root === undefined
      ? configurations.of(dirname(path))
      : configurations.ofRoots());
    return { kind: 'file', shown, path, root, settings: this.#settingsFor(configuration, path, root) };
  }

  #chosenRoot(): string | undefined {
    const [root] = this.#options.roots;
    return root === undefined ? undefined : resolve(this.#host.directory, root);
  }

  #settingsFor(
    configuration: Configuration | undefined,
    path: string,
    root: string | undefined,
  ): FileSettings {
    const effective = configuration?.effective(configuredPath(configuration, this.#host, path, root));
    return this.#settings.of(effective);
  }
}
