import type { Snapshot } from '../features/snapshot.ts';
import type { OpenDocument, OpenDocuments } from './open-documents.ts';
import { nameOfUri, pathOfUri, uriOfPath } from './uris.ts';

/** What the server knows of the machine around the open documents. */
export class Workspace {
  readonly #documents: OpenDocuments;
  /** The last snapshot of each document: everything asked of one version shares what was found out for it. */
  readonly #snapshots = new WeakMap<OpenDocument, Snapshot>();

  constructor(documents: OpenDocuments) {
    this.#documents = documents;
  }

  /** @returns what is known of an open document; undefined when it is not open or in no language of ours. */
  snapshot(uri: string): Snapshot | undefined {
    const open = this.#documents.get(uri);
    if (open?.language === undefined) return undefined;
    let snapshot = this.#snapshots.get(open);
    if (snapshot === undefined) {
      snapshot = {
        path: pathOfUri(uri) ?? nameOfUri(uri),
        language: open.language,
        document: open.document,
        uriOf: uriOfPath,
      };
      this.#snapshots.set(open, snapshot);
    }
    return snapshot;
  }
}
