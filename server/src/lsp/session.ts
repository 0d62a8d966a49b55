import {
  type CancellationToken,
  type ClientCapabilities,
  ErrorCodes,
  type InitializeParams,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentItem,
} from 'vscode-languageserver';
import type { Snapshot } from '../features/snapshot.ts';
import { Checker } from './checker.ts';
import { Configuration } from './configuration.ts';
import { OpenDocuments } from './open-documents.ts';
import { type Machine, Workspace } from './workspace.ts';

/** What the capabilities of one connection share. */
export class Session {
  phase: 'new' | 'running' | 'shut-down' = 'new';
  /** What the client can do; nothing until it has said so. */
  client: ClientCapabilities = {};
  /** The URIs of the folders that are open in the editor. */
  folders: readonly string[] = [];
  readonly configuration = new Configuration();
  readonly documents = new OpenDocuments();
  readonly workspace: Workspace;
  readonly checker: Checker;
  readonly #listeners: (() => void)[] = [];
  readonly #openListeners: ((uri: string) => void)[] = [];
  #isSettled = false;
  #resolveSettled: () => void = () => {};
  /** Is done when the user's settings are known. */
  readonly whenSettled = new Promise<void>((resolve) => {
    this.#resolveSettled = resolve;
  });

  constructor(machine: Machine) {
    this.workspace = new Workspace(machine, (uri) => this.configuration.of(uri));
    this.checker = new Checker(this.workspace, this.configuration);
  }

  /** Takes in what the editor says of itself and of the user. */
  begin({ capabilities, initializationOptions, workspaceFolders, rootUri }: InitializeParams): void {
    this.client = capabilities;
    this.phase = 'running';
    this.folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
    this.configuration.take(initializationOptions?.modconf ?? initializationOptions);
    // Who cannot be asked for settings has sent all there are.
    this.#isSettled = capabilities.workspace?.configuration !== true;
    if (this.#isSettled) this.#resolveSettled();
  }

  /** Whether the user's settings are known; until then nothing is said of open documents. */
  get isSettled(): boolean {
    return this.#isSettled;
  }

  /** Takes note that the settings are known. */
  settle(): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    this.#resolveSettled();
    this.refresh();
  }

  /** Registers what is to be done when something has changed that any answer may depend on: settings, files. */
  onRefresh(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Registers what is to be done when a document is opened. */
  onOpen(listener: (uri: string) => void): void {
    this.#openListeners.push(listener);
  }

  /** Takes in a document that the editor has opened. */
  open(item: TextDocumentItem): void {
    this.workspace.update(this.documents.open(item));
    for (const listener of this.#openListeners) listener(item.uri);
  }

  /** Looks at the machine anew, with the settings as they are now. */
  refresh(): void {
    this.workspace.reset(this.documents.all());
    this.checker.reset();
    for (const listener of this.#listeners) listener();
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
