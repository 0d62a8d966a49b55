import { FileError, type FileSystem } from '../files/file-system.ts';
import { normalizePath } from '../files/paths.ts';
import type { KmodConfiguration } from '../loaders/kmod/configuration.ts';
import { readKmodConfiguration } from '../loaders/kmod/read-configuration.ts';
import type { ModutilsConfiguration, ModutilsEnvironment } from '../loaders/modutils/configuration.ts';
import { readConfiguration } from '../loaders/modutils/read-configuration.ts';
import type { ConfigurationFile } from '../loaders/origin.ts';
import { type LanguageId, languageOf } from '../syntax/language.ts';
import type { ModprobeDTree } from '../syntax/modprobe-d/tree.ts';
import type { ModulesConfTree } from '../syntax/modules-conf/tree.ts';
import { decode } from '../text/encoding.ts';
import { kernelVersions, modulesDirectory } from '../tree/kernel-versions.ts';
import type { IndexedModuleTree } from '../tree/open-module-tree.ts';
import { DocumentCache } from './document-cache.ts';
import { chooseKernel } from './kernel.ts';
import { placesOf } from './places.ts';
import { TreeCache } from './tree-cache.ts';

/** What a project is told about the machine whose files it looks at. */
export interface ProjectOptions {
  /** The root file system. */
  readonly files: FileSystem;
  /** The kernel version in force; left out, it is chosen from the root ({@link chooseKernel}). */
  readonly kernel?: string;
  /** The version of the running kernel, where the root is the machine's own. */
  readonly running?: string;
  /** The version to assume where the root has no kernel at all. */
  readonly fallbackKernel?: string;
  /** The kernel command line, if it is to take part in kmod's configuration. */
  readonly commandLine?: string;
  /** Environment variables that modules.conf may name. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Open buffers of an editor, by absolute path inside the root: they win over the files. */
  readonly open?: ReadonlyMap<string, ProjectFile>;
  /** Parsed documents that may be used again. */
  readonly documents?: DocumentCache;
  /** Module trees of the same root that may be used again. */
  readonly trees?: TreeCache;
}

/** A file of a project, parsed. */
export interface ProjectFile extends ConfigurationFile {
  readonly language: LanguageId;
}

/**
 * A root file system as it is at one moment, with everything that loaders make of it, each worked out when it is first asked
 * for. Immutable: when a file changes, a new project is made; documents that did not change are parsed once.
 */
export class Project {
  readonly files: FileSystem;
  readonly #options: ProjectOptions;
  readonly #documents: DocumentCache;
  readonly #opened = new Map<string, ProjectFile>();
  readonly #modutils = new WeakMap<ConfigurationFile, ModutilsConfiguration>();
  readonly #kmod = new Map<string, KmodConfiguration>();
  #tree: IndexedModuleTree | undefined | 'none';
  #kernel: string | undefined;
  #main: ModutilsConfiguration | undefined | 'none';

  constructor(options: ProjectOptions) {
    this.files = options.files;
    this.#options = options;
    this.#documents = options.documents ?? new DocumentCache();
  }

  /** The kernel version in force. */
  get kernel(): string {
    this.#kernel ??=
      this.#options.kernel ??
      chooseKernel(this.files, this.#options.running) ??
      this.#options.fallbackKernel ??
      this.#options.running ??
      '0';
    return this.#kernel;
  }

  /** The kernel versions below /lib/modules, oldest first. */
  get kernels(): readonly string[] {
    return kernelVersions(this.files);
  }

  /**
   * @param path absolute inside the root
   * @param language left out, it follows from the path and the first line
   * @returns the parsed file; an open buffer instead of it where there is one
   * @throws FileError when it cannot be read or is in no language of ours
   */
  read(path: string, language?: LanguageId): ProjectFile {
    const full = normalizePath(path);
    const open = this.#options.open?.get(full) ?? this.#opened.get(full);
    if (open !== undefined && (language === undefined || open.language === language)) return open;
    const text = decode(this.files.read(full));
    const known = language ?? languageOf(full, text);
    if (known === undefined) throw new FileError('other', full, 'is none of the files that modconf reads');
    const file = { path: full, language: known, document: this.#documents.get(full, text, known) };
    this.#opened.set(full, file);
    return file;
  }

  /**
   * What modutils makes of a modules.conf: of the machine's own if that includes the file, otherwise with the file as the main
   * one.
   */
  modutilsOf(file: ConfigurationFile): ModutilsConfiguration {
    const main = this.#machineConfiguration();
    if (main?.files.some(({ document }) => document === file.document)) return main;
    return this.modutils(file);
  }

  /** What modutils makes of a configuration with this main file. */
  modutils(main: ConfigurationFile): ModutilsConfiguration {
    let configuration = this.#modutils.get(main);
    if (configuration === undefined) {
      configuration = readConfiguration(
        main as ConfigurationFile<ModulesConfTree>,
        this.modutilsEnvironment(),
      );
      this.#modutils.set(main, configuration);
    }
    return configuration;
  }

  /**
   * The indexes of the module tree of the kernel in force; undefined when it has none.
   */
  get tree(): IndexedModuleTree | undefined {
    this.#tree ??= (this.#options.trees ?? new TreeCache()).get(this.files, this.kernel) ?? 'none';
    return this.#tree === 'none' ? undefined : this.#tree;
  }

  /** What kmod makes of the configuration that a file of modprobe.d is, or would be, part of. */
  kmodOf(file: ConfigurationFile): KmodConfiguration {
    if (file.path.startsWith(`${modulesDirectory}/`)) return this.kmod();
    return this.kmod(placesOf('modprobe.d', file.path));
  }

  /**
   * What kmod makes of a configuration, the module tree's own modules.softdep and modules.weakdep included.
   *
   * @param places directories and files in order of precedence; left out, the machine's own
   */
  kmod(places?: readonly string[]): KmodConfiguration {
    const key = places?.join('\0') ?? '';
    let configuration = this.#kmod.get(key);
    if (configuration === undefined) {
      const { commandLine } = this.#options;
      configuration = readKmodConfiguration({
        files: this.files,
        moduleDirectory: `${modulesDirectory}/${this.kernel}`,
        open: (path) => this.read(path, 'modprobe.d') as ConfigurationFile<ModprobeDTree>,
        ...(places !== undefined && { places }),
        ...(commandLine !== undefined && { commandLine }),
      });
      this.#kmod.set(key, configuration);
    }
    return configuration;
  }

  /** What a modutils loader is told about this machine. */
  modutilsEnvironment(): ModutilsEnvironment {
    return {
      files: this.files,
      kernel: this.kernel,
      variables: this.#options.variables ?? {},
      open: (path) => this.read(path, 'modules.conf') as ConfigurationFile<ModulesConfTree>,
    };
  }

  /** What modutils makes of /etc/modules.conf; undefined when there is none. */
  #machineConfiguration(): ModutilsConfiguration | undefined {
    if (this.#main === undefined) {
      try {
        this.#main = this.modutils(this.read('/etc/modules.conf', 'modules.conf'));
      } catch {
        this.#main = 'none'; // whoever needs the file itself reads it and hears why it cannot be read
      }
    }
    return this.#main === 'none' ? undefined : this.#main;
  }
}
