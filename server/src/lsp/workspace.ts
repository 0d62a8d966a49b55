import type { Snapshot } from '../features/snapshot.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { Project, ProjectFile } from '../workspace/project.ts';
import { findRoot } from '../workspace/root.ts';
import type { OpenDocument } from './open-documents.ts';
import { Root } from './root.ts';
import { nameOfUri, pathOfUri } from './uris.ts';

/** What the server may use of the machine that it runs on. */
export interface Machine {
  /** @returns the files below a directory; `/` for all. */
  readonly filesBelow: (directory: string) => FileSystem;
  readonly runningKernel: string;
}

/** An open document's place in the world. */
interface Placed {
  readonly root: Root;
  readonly file: ProjectFile;
  snapshot: Snapshot | undefined;
}

/** The root file systems that the open documents belong to. */
export class Workspace {
  readonly #machine: Machine;
  readonly #roots = new Map<string, Root>();
  /** By URI; none for a document in no language of ours. */
  readonly #placed = new Map<string, Placed>();

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  /** Takes in a document, or its new version. */
  update({ uri, language, document }: OpenDocument): void {
    const old = this.#placed.get(uri);
    if (language === undefined) {
      this.remove(uri);
      return;
    }
    const root = old?.root ?? this.#rootOf(uri);
    const machinePath = pathOfUri(uri);
    const path = machinePath === undefined ? nameOfUri(uri) : root.inside(machinePath);
    const file = { path, language, document };
    if (machinePath !== undefined) root.open(file, uri);
    this.#placed.set(uri, { root, file, snapshot: undefined });
  }

  /** Lets go of a document. */
  remove(uri: string): void {
    const placed = this.#placed.get(uri);
    if (placed === undefined) return;
    this.#placed.delete(uri);
    if (pathOfUri(uri) !== undefined) placed.root.close(placed.file.path);
  }

  /** @returns what is known of an open document; undefined when it is not open or in no language of ours. */
  snapshot(uri: string): Snapshot | undefined {
    const placed = this.#placed.get(uri);
    if (placed === undefined) return undefined;
    const { project } = placed.root;
    if (placed.snapshot?.project !== project) placed.snapshot = makeSnapshot(uri, placed, project);
    return placed.snapshot;
  }

  #rootOf(uri: string): Root {
    const path = pathOfUri(uri);
    const directory = path === undefined ? '/' : findRoot(this.#machine.filesBelow('/'), path);
    let root = this.#roots.get(directory);
    if (root === undefined) {
      const { filesBelow, runningKernel } = this.#machine;
      root = new Root(directory, { files: filesBelow(directory), runningKernel });
      this.#roots.set(directory, root);
    }
    return root;
  }
}

function makeSnapshot(uri: string, { root, file }: Placed, project: Project): Snapshot {
  const { path, language, document } = file;
  const uriOf = (other: string) => (other === path ? uri : root.uriOf(other));
  return { file, language, document, project, uriOf };
}
