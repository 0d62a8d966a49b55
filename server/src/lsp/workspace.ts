import { resolve } from 'node:path';
import type { Snapshot } from '../features/snapshot.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { ProjectFile } from '../workspace/project.ts';
import { findRoot } from '../workspace/root.ts';
import type { OpenDocument } from './open-documents.ts';
import { Root } from './root.ts';
import type { Settings } from './settings.ts';
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
  /** Where it stands in the root; undefined for what is no file of the root. */
  readonly inside: string | undefined;
  /** Undefined for a document in no language of ours; it may be included by one all the same. */
  readonly file: ProjectFile | undefined;
  snapshot: Snapshot | undefined;
}

/** The root file systems that the open documents belong to. */
export class Workspace {
  readonly #machine: Machine;
  readonly #settingsOf: (uri: string) => Settings;
  readonly #roots = new Map<string, Root>();
  /** By URI. */
  readonly #placed = new Map<string, Placed>();

  constructor(machine: Machine, settingsOf: (uri: string) => Settings) {
    this.#machine = machine;
    this.#settingsOf = settingsOf;
  }

  /** Takes in a document, or its new version. */
  update({ uri, language, document }: OpenDocument): void {
    const root = this.rootAt(uri);
    const machinePath = pathOfUri(uri);
    const inside = machinePath === undefined ? undefined : root.inside(machinePath);
    const file = language && { path: inside ?? nameOfUri(uri), language, document };
    if (inside !== undefined) root.open(inside, document, file, uri);
    this.#placed.set(uri, { root, inside, file, snapshot: undefined });
  }

  /** Lets go of a document. */
  remove(uri: string): void {
    const placed = this.#placed.get(uri);
    if (placed === undefined) return;
    this.#placed.delete(uri);
    if (placed.inside !== undefined) placed.root.close(placed.inside);
  }

  /** Forgets what was found out, and takes in the open documents anew. */
  reset(documents: Iterable<OpenDocument>): void {
    this.#roots.clear();
    this.#placed.clear();
    for (const document of documents) this.update(document);
  }

  /** @returns what is known of an open document; undefined when it is not open or in no language of ours. */
  snapshot(uri: string): Snapshot | undefined {
    const placed = this.#placed.get(uri);
    if (placed?.file === undefined) return undefined;
    const { root, file } = placed;
    if (placed.snapshot?.project !== root.project) placed.snapshot = makeSnapshot(uri, root, file);
    return placed.snapshot;
  }

  /**
   * Has the module files read that the rules of an open document look into.
   *
   * @returns whether there is something new, so that the document is to be checked again
   */
  async readModuleFiles(uri: string): Promise<boolean> {
    const placed = this.#placed.get(uri);
    return placed?.file === undefined ? false : placed.root.readModuleFiles(placed.file);
  }

  /** @returns the open documents that belong to the same root as one, which may depend on it; itself left out. */
  neighbours(uri: string): string[] {
    const root = this.#placed.get(uri)?.root;
    return [...this.#placed].flatMap(([other, placed]) =>
      placed.root === root && other !== uri ? [other] : [],
    );
  }

  /** @returns the root that a file belongs to, be it open or not, and be it there or not. */
  rootAt(uri: string): Root {
    return this.#placed.get(uri)?.root ?? this.#rootOf(uri);
  }

  /** @returns the roots of the open documents and of the folders that are open in the editor, each once. */
  roots(folders: readonly string[]): Root[] {
    const open = [...this.#placed.values()].map(({ root }) => root);
    // A folder is looked at as if a file of its /etc were.
    const ofFolders = folders.map((uri) => this.rootAt(`${uri}/etc/modules.conf`));
    return [...new Set([...open, ...ofFolders])];
  }

  #rootOf(uri: string): Root {
    const { root, kernel } = this.#settingsOf(uri);
    const directory = root === undefined ? this.#findRoot(uri) : resolve('/', root);
    const key = `${directory}\0${kernel ?? ''}`;
    let known = this.#roots.get(key);
    if (known === undefined) {
      const { filesBelow, runningKernel } = this.#machine;
      known = new Root(directory, { files: filesBelow(directory), runningKernel, kernel });
      this.#roots.set(key, known);
    }
    return known;
  }

  #findRoot(uri: string): string {
    const path = pathOfUri(uri);
    return path === undefined ? '/' : findRoot(this.#machine.filesBelow('/'), path);
  }
}

function makeSnapshot(uri: string, root: Root, file: ProjectFile): Snapshot {
  const { path, language, document } = file;
  const uriOf = (other: string) => (other === path ? uri : root.uriOf(other));
  return { file, language, document, project: root.project, uriOf };
}
