import type { Connection } from 'vscode-languageserver';
import { toEditorDiagnostic } from '../features/diagnostics.ts';
import { findingsOf } from '../features/findings.ts';
import type { OpenDocument } from './open-documents.ts';
import type { Session } from './session.ts';

/** Long enough for the next message of a burst to arrive, too short to be felt. In milliseconds. */
const pause = 1;

/**
 * Sends the findings of each open document after each change. What is typed quickly is checked once, in its last version; a result
 * is never sent for a version that is no longer the document's own.
 */
export class DiagnosticsPublisher {
  readonly #connection: Connection;
  readonly #session: Session;
  /** By URI, the wish to check a document; a newer one replaces it. */
  readonly #pending = new Map<string, symbol>();

  constructor(connection: Connection, session: Session) {
    this.#connection = connection;
    this.#session = session;
  }

  /** Checks a document as soon as no further message about it is waiting. */
  schedule(uri: string): void {
    const wish = Symbol(uri);
    this.#pending.set(uri, wish);
    const ifStillWished = (action: () => void) => () => {
      if (this.#pending.get(uri) === wish) action();
    };
    // When the timer is late because the process was busy, messages may be waiting to be read. They are read before the first of
    // the two immediates and taken in before the second.
    const check = ifStillWished(() => this.#publish(uri));
    const yieldTwice = ifStillWished(() => setImmediate(() => setImmediate(check)));
    setTimeout(yieldTwice, pause);
  }

  /** Takes back what was said of a document that is closed. */
  clear(uri: string): void {
    this.#pending.delete(uri);
    this.#send(uri, undefined);
  }

  #publish(uri: string): void {
    this.#pending.delete(uri);
    const open = this.#session.documents.get(uri);
    if (open !== undefined) this.#send(uri, open);
  }

  #send(uri: string, open: OpenDocument | undefined): void {
    const sent = this.#connection.sendDiagnostics({
      uri,
      ...(open !== undefined && { version: open.version }),
      diagnostics: open === undefined ? [] : this.#check(open),
    });
    sent.catch(() => {}); // the connection is closed: nobody is left to tell
  }

  #check({ uri, version }: OpenDocument) {
    const snapshot = this.#session.workspace.snapshot(uri);
    if (snapshot === undefined) return [];
    const { uriOf } = snapshot;
    return findingsOf(snapshot).map((found) => toEditorDiagnostic(found, { version, uriOf }));
  }
}
