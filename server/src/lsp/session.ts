import {
  type CancellationToken,
  type ClientCapabilities,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Snapshot } from '../features/snapshot.ts';
import { Checker } from './checker.ts';
import { OpenDocuments } from './open-documents.ts';
import { type Machine, Workspace } from './workspace.ts';

/** What the capabilities of one connection share. */
export class Session {
  phase: 'new' | 'running' | 'shut-down' = 'new';
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
   * @returns a handler that answers null when the document is not open or not ours
   */
  about<Params extends { readonly textDocument: { readonly uri: string } }, Result>(
    answer: (snapshot: Snapshot, params: Params) => Result,
  ): (params: Params, token: CancellationToken) => Result | null {
    return this.answering((params: Params) => {
      const uri: unknown = params?.textDocument?.uri;
      if (typeof uri !== 'string')
        throw new ResponseError(ErrorCodes.InvalidParams, 'textDocument.uri is missing');
      const snapshot = this.workspace.snapshot(uri);
      return snapshot === undefined ? null : answer(snapshot, params);
    });
  }

  /** @returns a handler that refuses to answer before `initialize` and after `shutdown`, and does not begin what was cancelled. */
  answering<Params, Result>(
    answer: (params: Params) => Result,
  ): (params: Params, token: CancellationToken) => Result {
    return (params, token) => {
      if (this.phase === 'new') throw new ResponseError(ErrorCodes.ServerNotInitialized, 'not initialized');
      if (this.phase === 'shut-down') throw new ResponseError(ErrorCodes.InvalidRequest, 'shut down');
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      return answer(params);
    };
  }
}
