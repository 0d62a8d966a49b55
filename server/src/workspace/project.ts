import { FileError, type FileSystem } from '../files/file-system.ts';
import { normalizePath } from '../files/paths.ts';
import type { KmodConfiguration } from '../loaders/kmod/configuration.ts';
import { type DepmodConfiguration, readDepmodConfiguration } from '../loaders/kmod/depmod-configuration.ts';
import { type ModulesLoadConfiguration, readModulesLoad } from '../loaders/kmod/modules-load.ts';
import { readKmodConfiguration } from '../loaders/kmod/read-configuration.ts';
import type { ModutilsConfiguration, ModutilsEnvironment } from '../loaders/modutils/configuration.ts';
import { type ModutilsDependencies, readDependencies } from '../loaders/modutils/dependencies.ts';
import { readConfiguration } from '../loaders/modutils/read-configuration.ts';
import type { ConfigurationFile } from '../loaders/origin.ts';
import type { DepmodDTree } from '../syntax/depmod-d/tree.ts';
import { type LanguageId, languageOf } from '../syntax/language.ts';
import type { ModprobeDTree } from '../syntax/modprobe-d/tree.ts';
import type { ModulesConfTree } from '../syntax/modules-conf/tree.ts';
import type { ModulesLoadDTree } from '../syntax/modules-load-d/tree.ts';
import { decode } from '../text/encoding.ts';
import type { Decompress } from '../tree/decompress.ts';
import { kernelVersions, modulesDirectory } from '../tree/kernel-versions.ts';
import { ModuleInfos } from '../tree/module-infos.ts';
import type { IndexedModuleTree } from '../tree/open-module-tree.ts';
import { DocumentCache } from './document-cache.ts';
import { chooseKernel } from './kernel.ts';
import { modulesLoadPrefix, placesOf } from './places.ts';
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
  /** What module files of the same root say of themselves, where it is known. */
  readonly moduleInfos?: ModuleInfos;
  /** Parsed documents that may be used again. */
  readonly documents?: DocumentCache;
  /** Module trees of the same root that may be used again. */
  readonly trees?: TreeCache;
}

/** The decoders are loaded when the first compressed module is to be read. */
const decompress: Decompress = async (bytes, limit) =>
  (await import('./decompress.ts')).decompress(bytes, limit);

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
  readonly #dependencies = new WeakMap<ModutilsConfiguration, ModutilsDependencies>();
  /** By places; those of the machine itself have no key. */
  readonly #kmod = new Map<string | undefined, KmodConfiguration>();
  readonly #modulesLoad = new Map<string, ModulesLoadConfiguration>();
  readonly #depmod = new Map<string, DepmodConfiguration>();
  #tree: IndexedModuleTree | undefined | 'none';
  #kernel: string | undefined;
  #moduleInfos: ModuleInfos | undefined;
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

  /** @returns whether the machine's own modules.conf includes a file, by its absolute path inside the root. */
  includesInModulesConf(path: string): boolean {
    return this.modulesConfFiles().includes(normalizePath(path));
  }

  /** @returns the machine's own modules.conf and every file that it includes, by absolute path inside the root; none without one. */
  modulesConfFiles(): readonly string[] {
    return this.#machineConfiguration()?.files.map(({ path }) => path) ?? [];
  }

  /** What modutils makes of a configuration with this main file. */
  modutils(main: ConfigurationFile): ModutilsConfiguration {
    return once(this.#modutils, main, () =>
      readConfiguration(main as ConfigurationFile<ModulesConfTree>, this.modutilsEnvironment()),
    );
  }

  /** The modules.dep that a configuration has modprobe read, up to kernel 2.4. */
  dependenciesOf(configuration: ModutilsConfiguration): ModutilsDependencies {
    return once(this.#dependencies, configuration, () => readDependencies(configuration, this.files));
  }

  /**
   * The indexes of the module tree of the kernel in force; undefined when it has none.
   */
  get tree(): IndexedModuleTree | undefined {
    this.#tree ??= (this.#options.trees ?? new TreeCache()).get(this.files, this.kernel) ?? 'none';
    return this.#tree === 'none' ? undefined : this.#tree;
  }

  /** What the module files below the root say of themselves, as far as somebody has had them read. */
  get moduleInfos(): ModuleInfos {
    this.#moduleInfos ??= this.#options.moduleInfos ?? new ModuleInfos(this.files, decompress);
    return this.#moduleInfos;
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
    return once(this.#kmod, places?.join('\0'), () => {
      const { commandLine } = this.#options;
      return readKmodConfiguration({
        files: this.files,
        moduleDirectory: `${modulesDirectory}/${this.kernel}`,
        open: (path) => this.read(path, 'modprobe.d') as ConfigurationFile<ModprobeDTree>,
        ...(places !== undefined && { places }),
        ...(commandLine !== undefined && { commandLine }),
      });
    });
  }

  /** What depmod makes of the configuration that a file of depmod.d is, or would be, part of. */
  depmodOf(file: ConfigurationFile): DepmodConfiguration {
    const places = placesOf('depmod.d', file.path);
    return once(this.#depmod, places.join('\0'), () => {
      const open = (path: string) => this.read(path, 'depmod.d') as ConfigurationFile<DepmodDTree>;
      return readDepmodConfiguration(this.files, open, places);
    });
  }

  /** What is loaded at boot by the configuration that a file of modules-load.d, or /etc/modules, is or would be part of. */
  modulesLoadOf(file: ConfigurationFile): ModulesLoadConfiguration {
    const prefix = modulesLoadPrefix(file.path);
    const directory = prefix === undefined ? file.path : `${prefix}/etc/modules-load.d/any`;
    const places = placesOf('modules-load.d', directory);
    const oldList = prefix === undefined ? undefined : `${prefix}/etc/modules`;
    return once(this.#modulesLoad, places.join('\0'), () => {
      const open = (path: string) => this.read(path, 'modules-load.d') as ConfigurationFile<ModulesLoadDTree>;
      return readModulesLoad(this.files, open, { places, oldList });
    });
  }

  /** What kmod makes of the configuration beside a file of modules-load.d, or /etc/modules; empty where it has none beside it. */
  kmodBeside(file: ConfigurationFile): KmodConfiguration {
    const prefix = modulesLoadPrefix(file.path);
    return this.kmod(prefix === undefined ? [] : placesOf('modprobe.d', `${prefix}/etc/modprobe.d/any`));
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

/** What a Map and a WeakMap have in common. */
interface Memory<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** @returns what is known by a key; made, and known from then on, when it is first asked for. */
function once<Key, Value>(known: Memory<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
