import type { FileSystem } from '../files/file-system.ts';
import { joinPath } from '../files/paths.ts';
import { loadModuleInfos } from '../lint/check.ts';
import { decode } from '../text/encoding.ts';
import type { SourceDocument } from '../text/source-document.ts';
import { ModuleInfos } from '../tree/module-infos.ts';
import { DocumentCache } from '../workspace/document-cache.ts';
import { Project, type ProjectFile } from '../workspace/project.ts';
import { TreeCache } from '../workspace/tree-cache.ts';
import { RootFiles } from './root-files.ts';
import { uriOfPath } from './uris.ts';

/** What a root is looked at with. */
export interface RootOptions {
  readonly files: FileSystem;
  readonly runningKernel: string;
  /** The kernel version in force, if the user has chosen one. */
  readonly kernel: string | undefined;
}

/** A root file system that open documents belong to. */
export class Root {
  /** Absolute, on this machine. */
  readonly directory: string;
  readonly #options: RootOptions;
  readonly #files: RootFiles;
  readonly #documents = new DocumentCache();
  readonly #trees = new TreeCache();
  readonly #moduleInfos: ModuleInfos;
  #moduleFilesRead = 0;
  readonly #open = new Map<string, ProjectFile>();
  /** The URIs by which the editor knows the open buffers, by path inside the root. */
  readonly #uris = new Map<string, string>();
  #project: Project | undefined;

  constructor(directory: string, options: RootOptions) {
    this.directory = directory;
    this.#options = options;
    this.#files = new RootFiles(options.files);
    // Not through the files that are kept: modules are large, and what they say is kept here.
    this.#moduleInfos = new ModuleInfos(options.files, async (bytes, limit) => {
      this.#moduleFilesRead++;
      return (await import('../workspace/decompress.ts')).decompress(bytes, limit);
    });
  }

  /** The root as it is now; the same until something in it changes. */
  get project(): Project {
    const { runningKernel, kernel } = this.#options;
    this.#project ??= new Project({
      files: this.#files,
      documents: this.#documents,
      trees: this.#trees,
      moduleInfos: this.#moduleInfos,
      open: new Map(this.#open),
      // As for the loaders: without a tree to choose from, it is the running kernel that would be served.
      fallbackKernel: runningKernel,
      ...(this.directory === '/' && { running: runningKernel }),
      ...(kernel !== undefined && { kernel }),
    });
    return this.#project;
  }

  /** The names of the modules that are loaded; undefined where the kernel in force is not the one that runs. */
  get loadedModules(): ReadonlySet<string> | undefined {
    const { files, runningKernel } = this.#options;
    if (this.directory !== '/' || this.project.kernel !== runningKernel) return undefined;
    try {
      return namesIn(decode(files.read('/proc/modules')));
    } catch {
      return undefined; // a kernel without modules, or a container that hides them
    }
  }

  /**
   * Has the module files read that the rules of a file look into.
   *
   * @returns whether there is something new, so that the file is to be checked again
   */
  async readModuleFiles(file: ProjectFile): Promise<boolean> {
    const before = this.#moduleFilesRead;
    await loadModuleInfos(this.project, file);
    if (this.#moduleFilesRead === before) return false;
    this.#project = undefined;
    return true;
  }

  /** @returns the path inside the root of a file of this machine; undefined when it is elsewhere. */
  inside(path: string): string | undefined {
    if (this.directory === '/') return path;
    return path.startsWith(`${this.directory}/`) ? path.slice(this.directory.length) : undefined;
  }

  /** @returns where the editor finds a file, by its path inside the root. */
  uriOf(path: string): string {
    const open = this.#uris.get(path);
    if (open !== undefined) return open;
    return uriOfPath(this.directory === '/' ? path : joinPath(this.directory, path.slice(1)));
  }

  /**
   * Lays an open buffer over a file.
   *
   * @param path inside the root
   * @param file the buffer as a file of a language of ours, if it is one
   * @param uri by which the editor knows it
   */
  open(path: string, document: SourceDocument<unknown>, file: ProjectFile | undefined, uri: string): void {
    if (file === undefined) this.#open.delete(path);
    else this.#open.set(path, file);
    this.#uris.set(path, uri);
    this.#files.open(path, document);
    this.#project = undefined;
  }

  /** Takes an open buffer away again. */
  close(path: string): void {
    this.#open.delete(path);
    this.#uris.delete(path);
    this.#files.close(path);
    this.#project = undefined;
  }
}

/** The first word of every line. */
function namesIn(text: string): ReadonlySet<string> {
  return new Set(text.split('\n').flatMap((line) => line.split(' ', 1)));
}
