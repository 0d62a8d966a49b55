import {
  type CancellationToken,
  type ClientCapabilities,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Snapshot } from '../features/snapshot.ts';
import { Checker } from './checker.ts';
import { OpenDocuments } from './open-documents.ts';
import { type Machine, Workspace } from './workspace.ts';

/** What the capabilities of one connection share. */
export class Session {
  /** What the client can do; nothing until it has said so. */
  client: ClientCapabilities = {};
  readonly documents = new OpenDocuments();
  readonly workspace: Workspace;
  readonly checker: Checker;

  constructor(machine: Machine) {
    this.workspace = new Workspace(machine);
    this.checker = new Checker(this.workspace);
  }

  /**
   * Makes the handler of a request about one document.
   *
   * @returns a handler that answers null when the document is not open or not ours, and does not begin what was cancelled
   */
  about<Params extends { readonly textDocument: { readonly uri: string } }, Result>(
    answer: (snapshot: Snapshot, params: Params) => Result,
  ): (params: Params, token: CancellationToken) => Result | null {
    return (params, token) => {
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      const snapshot = this.workspace.snapshot(params.textDocument.uri);
      return snapshot === undefined ? null : answer(snapshot, params);
    };
  }
}
