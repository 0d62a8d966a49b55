import { resolve } from 'node:path';
import type { FileSystem } from '../files/file-system.ts';
import { joinPath } from '../files/paths.ts';
import { modulesDirectory } from '../tree/kernel-versions.ts';
import { DocumentCache } from '../workspace/document-cache.ts';
import { Project, type ProjectFile } from '../workspace/project.ts';
import { findRoot } from '../workspace/root.ts';
import type { Host } from './host.ts';
import { type StandIn, withFile } from './overlay.ts';

/** A root file system that files to be checked stand in. */
export interface Root {
  /** Absolute, on this machine. */
  readonly directory: string;
  readonly project: Project;
  readonly documents: DocumentCache;
  /** What is read from somewhere else than the root's own file, by absolute path inside the root. */
  readonly open: Map<string, ProjectFile>;
  /** @returns the root's project with a file as it might be. */
  projectWith(file: ProjectFile): Project;
}

export interface ProjectsOptions {
  /** The kernel version; undefined chooses one for each root. */
  readonly kernel?: string | undefined;
  /** The kernel command line, if it is to take part in kmod's configuration. */
  readonly commandLine?: string | undefined;
  /** A modules.dep in place of the module tree's. */
  readonly dependencies?: StandIn | undefined;
}

/** Files come root by root; keeping all of a thousand roots would take memory without end. */
const maximumRoots = 8;

/** The root file systems that one run of the command is about. */
export class Projects {
  readonly #host: Host;
  readonly #chosen: string | undefined;
  readonly #kernel: string | undefined;
  readonly #commandLine: string | undefined;
  readonly #dependencies: StandIn | undefined;
  readonly #roots = new Map<string, Root>();

  /**
   * @param root the root of all files, as the user named it; undefined finds one for each file
   */
  constructor(
    host: Host,
    root: string | undefined,
    { kernel, commandLine, dependencies }: ProjectsOptions = {},
  ) {
    this.#host = host;
    this.#chosen = root === undefined ? undefined : resolve(host.directory, root);
    this.#kernel = kernel;
    this.#commandLine = commandLine;
    this.#dependencies = dependencies;
  }

  /** @returns the root that an absolute path of this machine belongs to. */
  rootOf(path: string): Root {
    return this.root(this.#chosen ?? findRoot(this.#host.filesBelow('/'), path));
  }

  /** @returns what is known of the root that a directory, absolute, plays. */
  root(directory: string): Root {
    let root = this.#roots.get(directory);
    if (root === undefined) {
      root = this.#open(directory);
      this.#roots.set(directory, root);
      this.#forget();
    }
    return root;
  }

  /** Lets go of the root that was opened first, unless something of it is not what the disk says. */
  #forget(): void {
    if (this.#roots.size <= maximumRoots) return;
    for (const [directory, { open }] of this.#roots) {
      if (open.size > 0) continue;
      this.#roots.delete(directory);
      return;
    }
  }

  #open(directory: string): Root {
    const { filesBelow, runningKernel } = this.#host;
    const documents = new DocumentCache();
    const open = new Map<string, ProjectFile>();
    const files = filesBelow(directory);
    const options = {
      documents,
      open,
      // As for the loaders: without a tree to choose from, it is the running kernel that would be served.
      fallbackKernel: runningKernel,
      ...(directory === '/' && { running: runningKernel }),
      ...(this.#kernel !== undefined && { kernel: this.#kernel }),
      ...(this.#commandLine !== undefined && { commandLine: this.#commandLine }),
    };
    const make = (view: FileSystem, more?: ReadonlyMap<string, ProjectFile>) =>
      new Project({ ...options, files: view, ...(more !== undefined && { open: more }) });
    let view = files;
    let project = make(view);
    if (this.#dependencies !== undefined) {
      view = withFile(files, `${modulesDirectory}/${project.kernel}/modules.dep`, this.#dependencies);
      project = make(view);
    }
    const projectWith = (file: ProjectFile) => make(view, new Map([...open, [file.path, file]]));
    return { directory, project, documents, open, projectWith };
  }
}

/** @returns the path inside a root of a file of this machine; undefined when it stands outside. Both are absolute. */
export function insideRoot(root: string, path: string): string | undefined {
  if (root === '/') return path;
  return path.startsWith(`${root}/`) ? path.slice(root.length) : undefined;
}

/** @returns the path on this machine of a file inside a root. */
export function onMachine(root: string, inside: string): string {
  return root === '/' ? inside : joinPath(root, inside.slice(1));
}
