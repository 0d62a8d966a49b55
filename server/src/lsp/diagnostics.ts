import type { Connection } from 'vscode-languageserver';
import { toEditorDiagnostic } from '../features/diagnostics.ts';
import type { Diagnostic } from '../lint/diagnostic.ts';
import { Quiet } from './quiet.ts';
import type { Session } from './session.ts';

/** Long enough for the next message of a burst to arrive, too short to be felt; in milliseconds. */
const pause = 1;

/** When nobody has typed for so long, a long document is looked at as a whole; in milliseconds. */
const longPause = 300;

/**
 * Sends the findings of each open document after each change. What is typed quickly is checked once, in its last version; a result
 * is never sent for a version that is no longer the document's own.
 */
export class DiagnosticsPublisher {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #soon: Quiet;
  readonly #later: Quiet;
  /** What was sent last, by URI. */
  readonly #sent = new Map<string, readonly Diagnostic[]>();

  constructor(connection: Connection, session: Session) {
    this.#connection = connection;
    this.#session = session;
    const onError = (error: unknown) => connection.console.error(`checking failed: ${error}`);
    this.#soon = new Quiet(pause, onError);
    this.#later = new Quiet(longPause, onError);
  }

  /** Checks a document as soon as no further message about it is waiting. */
  schedule(uri: string): void {
    this.#later.cancel(uri);
    this.#soon.after(uri, async (isWished) => {
      await this.#session.checker.prepare(uri);
      if (isWished()) this.#checkSoon(uri);
    });
  }

  /** Checks a document because another one has changed; speaks only if there is something new. */
  recheck(uri: string): void {
    this.#later.after(uri, () => this.#checkWhole(uri));
  }

  /** Checks a document because settings or files have changed; speaks only if there is something new. */
  refresh(uri: string): void {
    this.#soon.after(uri, () => this.#checkWhole(uri));
  }

  /** Takes back what was said of a document that is closed. */
  clear(uri: string): void {
    this.#soon.cancel(uri);
    this.#later.cancel(uri);
    if (this.#sent.delete(uri)) this.#send({ uri, diagnostics: [] });
  }

  #checkSoon(uri: string): void {
    const checked = this.#session.checker.check(uri);
    // Of what is not ours nothing is said, unless it was ours before.
    if (checked === undefined && !this.#sent.has(uri)) return;
    this.#publish(uri, checked?.findings ?? []);
    this.#later.after(uri, async (isWished) => {
      const deeper = await this.#session.checker.lookDeeper(uri);
      if (deeper !== undefined && isWished()) this.#publishIfNew(uri, deeper.findings);
    });
  }

  /** Speaks only if that changes what was said. */
  #checkWhole(uri: string): void {
    const checked = this.#session.checker.checkWhole(uri);
    if (checked === undefined && !this.#sent.has(uri)) return;
    this.#publishIfNew(uri, checked?.findings ?? []);
  }

  #publishIfNew(uri: string, findings: readonly Diagnostic[]): void {
    if (JSON.stringify(findings) !== JSON.stringify(this.#sent.get(uri))) this.#publish(uri, findings);
  }

  #publish(uri: string, findings: readonly Diagnostic[]): void {
    const { documents, workspace } = this.#session;
    const version = documents.get(uri)?.version;
    if (version === undefined) return;
    this.#sent.set(uri, findings);
    const uriOf = workspace.snapshot(uri)?.uriOf ?? (() => uri);
    const diagnostics = findings.map((found) => toEditorDiagnostic(found, { version, uriOf }));
    this.#send({ uri, version, diagnostics });
  }

  #send(params: Parameters<Connection['sendDiagnostics']>[0]): void {
    this.#connection.sendDiagnostics(params).catch(() => {}); // the connection is closed: nobody is left to tell
  }
}
