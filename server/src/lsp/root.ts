import type { FileSystem } from '../files/file-system.ts';
import { joinPath } from '../files/paths.ts';
import { DocumentCache } from '../workspace/document-cache.ts';
import { Project, type ProjectFile } from '../workspace/project.ts';
import { TreeCache } from '../workspace/tree-cache.ts';
import { RootFiles } from './root-files.ts';
import { uriOfPath } from './uris.ts';

/** What a root is looked at with. */
export interface RootOptions {
  readonly files: FileSystem;
  readonly runningKernel: string;
}

/** A root file system that open documents belong to. */
export class Root {
  /** Absolute, on this machine. */
  readonly directory: string;
  readonly #runningKernel: string;
  readonly #files: RootFiles;
  readonly #documents = new DocumentCache();
  readonly #trees = new TreeCache();
  readonly #open = new Map<string, ProjectFile>();
  /** The URIs by which the editor knows the open buffers, by path inside the root. */
  readonly #uris = new Map<string, string>();
  #project: Project | undefined;

  constructor(directory: string, options: RootOptions) {
    this.directory = directory;
    this.#runningKernel = options.runningKernel;
    this.#files = new RootFiles(options.files);
  }

  /** The root as it is now; the same until something in it changes. */
  get project(): Project {
    const runningKernel = this.#runningKernel;
    this.#project ??= new Project({
      files: this.#files,
      documents: this.#documents,
      trees: this.#trees,
      open: new Map(this.#open),
      // As for the loaders: without a tree to choose from, it is the running kernel that would be served.
      fallbackKernel: runningKernel,
      ...(this.directory === '/' && { running: runningKernel }),
    });
    return this.#project;
  }

  /** @returns the path inside the root of a file of this machine. */
  inside(path: string): string {
    return this.directory === '/' ? path : path.slice(this.directory.length);
  }

  /** @returns where the editor finds a file, by its path inside the root. */
  uriOf(path: string): string {
    const open = this.#uris.get(path);
    if (open !== undefined) return open;
    return uriOfPath(this.directory === '/' ? path : joinPath(this.directory, path.slice(1)));
  }

  /** Lays an open buffer over a file. */
  open(file: ProjectFile, uri: string): void {
    this.#open.set(file.path, file);
    this.#uris.set(file.path, uri);
    this.#files.open(file.path, file.document);
    this.#project = undefined;
  }

  /** Takes an open buffer away again. */
  close(path: string): void {
    this.#open.delete(path);
    this.#uris.delete(path);
    this.#files.close(path);
    this.#project = undefined;
  }

  /** Forgets what was read: a file has changed. */
  forget(): void {
    this.#files.forget();
    this.#project = undefined;
  }
}
