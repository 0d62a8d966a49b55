import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  ConfigurationParams,
  Diagnostic,
  InitializeResult,
  ProgressToken,
  PublishDiagnosticsParams,
  Range,
  RegistrationParams,
  WorkDoneProgressCreateParams,
} from 'vscode-languageserver';
import { commandPath } from './command.ts';

/** Far beyond what any answer takes; in milliseconds. */
const patience = 10_000;

/** What a modern editor can do; tests take away what they want to see missing. */
export const modernEditor: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      versionSupport: true,
      codeDescriptionSupport: true,
      dataSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        insertReplaceSupport: true,
      },
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
      dataSupport: true,
      isPreferredSupport: true,
    },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

interface WorkDone {
  readonly token: ProgressToken;
  readonly value: { readonly kind: string; readonly title?: string };
}

export type StartedClient = LspClient & { readonly initialized: InitializeResult };

/**
 * An editor for tests: starts the real server as a process of its own and speaks the protocol with it. Strict: a message that
 * was not asked for, a diagnostic of another version than the last, an unanswered request or a word on stderr fails.
 */
export class LspClient {
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: MessageConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  /** What the server has said of work that takes time. */
  readonly progress: string[] = [];
  readonly #progressTokens = new Set<ProgressToken>();
  /** How often the server has asked to be asked again for what is wrong. */
  refreshes = 0;
  /** The methods that the server has registered itself for, with what it wants to be told. */
  readonly registered = new Map<string, unknown>();
  /** What the user has set, by folder; '' for everywhere. */
  settings: Readonly<Record<string, unknown>> = {};
  #stderr = '';
  readonly #surprises: string[] = [];
  readonly #versions = new Map<string, number>();
  /** Of each closed document the last version: what was said of it may still be on its way. */
  readonly #closed = new Map<string, number>();
  readonly #waiting = new Set<() => void>();
  #unanswered = 0;

  private constructor() {
    this.process = spawn(process.execPath, [process.env.MODCONF_COMMAND ?? commandPath, 'lsp', '--stdio']);
    this.process.stderr.on('data', (data) => {
      this.#stderr += data;
    });
    this.connection = createMessageConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
      this.#take(params),
    );
    this.connection.onNotification('$/progress', ({ token, value }: WorkDone) => {
      if (!this.#progressTokens.has(token)) this.#surprises.push(`progress of ${token}`);
      this.progress.push(value.title === undefined ? value.kind : `${value.kind} ${value.title}`);
      for (const resolve of this.#waiting) resolve();
      this.#waiting.clear();
    });
    this.connection.onRequest('window/workDoneProgress/create', ({ token }: WorkDoneProgressCreateParams) => {
      this.#progressTokens.add(token);
      return null;
    });
    this.connection.onNotification((method, params) => this.#surprise(method, params));
    this.connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
      items.map(({ scopeUri = '' }) => this.settings[scopeUri] ?? this.settings[''] ?? null),
    );
    this.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      for (const { method, registerOptions } of registrations) this.registered.set(method, registerOptions);
      return null;
    });
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      for (const resolve of this.#waiting) resolve();
      this.#waiting.clear();
      return null;
    });
    this.connection.onRequest((method, params) => {
      this.#surprise(method, params);
      return null;
    });
    this.connection.onError(([error]) => this.#surprises.push(`connection: ${error.message}`));
    this.connection.listen();
  }

  /** Starts a server without a word to it. */
  static spawn(): LspClient {
    return new LspClient();
  }

  /** Starts a server and introduces itself to it. */
  static async start(
    capabilities: ClientCapabilities = modernEditor,
    rest: Record<string, unknown> = {},
    settings: LspClient['settings'] = {},
  ): Promise<StartedClient> {
    const client = new LspClient();
    client.settings = settings;
    const initialized = await client.request<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...rest,
    });
    client.notify('initialized', {});
    return Object.assign(client, { initialized });
  }

  async request<Result>(method: string, params?: unknown): Promise<Result> {
    this.#unanswered++;
    const answer = this.connection.sendRequest<Result>(method, params);
    try {
      return await inTime(answer, `an answer to ${method}`);
    } finally {
      this.#unanswered--;
    }
  }

  /** Asks something about a place of a document. */
  at<Result>(method: string, uri: string, line: number, character: number): Promise<Result> {
    return this.request(method, { textDocument: { uri }, position: { line, character } });
  }

  notify(method: string, params?: unknown): void {
    void this.connection.sendNotification(method, params);
  }

  /** Opens a document as version 1. */
  open(uri: string, text: string, languageId = 'plaintext'): void {
    this.#versions.set(uri, 1);
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** @returns the document's new version. */
  change(uri: string, ...contentChanges: readonly { range?: Range; text: string }[]): number {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    return version;
  }

  close(uri: string): void {
    this.#closed.set(uri, this.#versions.get(uri) ?? 0);
    this.#versions.delete(uri);
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** @returns what the server says of the last version of a document, as soon as it says it. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const version = this.#versions.get(uri);
    for (;;) {
      const found = this.published.findLast((params) => params.uri === uri);
      if (found !== undefined && found.version === version) return found.diagnostics;
      await inTime(new Promise<void>((resolve) => this.#waiting.add(resolve)), `diagnostics of ${uri}`);
    }
  }

  /** Lets the next stop pass over messages that begin so. */
  expectSurprise(beginning: string): void {
    const index = this.#surprises.findIndex((surprise) => surprise.startsWith(beginning));
    assert.notEqual(index, -1, `${beginning} among ${this.#surprises}`);
    this.#surprises.splice(index, 1);
  }

  /** Waits until some work is done. */
  async workDone(): Promise<void> {
    while (this.progress.at(-1) !== 'end')
      await inTime(new Promise<void>((resolve) => this.#waiting.add(resolve)), 'the end of the work');
  }

  /** Waits until the server asks to be asked again. */
  async refreshed(): Promise<void> {
    const before = this.refreshes;
    while (this.refreshes === before)
      await inTime(new Promise<void>((resolve) => this.#waiting.add(resolve)), 'a refresh');
  }

  /** Waits until the server has said something more. */
  async moreDiagnostics(uri: string): Promise<Diagnostic[]> {
    const before = this.published.filter((params) => params.uri === uri).length;
    for (;;) {
      const found = this.published.filter((params) => params.uri === uri);
      if (found.length > before) return found.at(-1)!.diagnostics;
      await inTime(new Promise<void>((resolve) => this.#waiting.add(resolve)), `more diagnostics of ${uri}`);
    }
  }

  /** Ends the server as an editor does, and fails if anything out of order was seen. */
  async stop(): Promise<void> {
    const exited = this.exit();
    await this.request('shutdown');
    this.notify('exit');
    const code = await exited;
    this.connection.dispose();
    assert.deepEqual(this.#surprises, []);
    for (const uri of this.#closed.keys()) {
      const last = this.published.findLast((params) => params.uri === uri);
      if (!this.#versions.has(uri) && last !== undefined)
        assert.deepEqual(last.diagnostics, [], `${uri} is closed`);
    }
    assert.equal(this.#stderr, '');
    assert.equal(this.#unanswered, 0);
    assert.equal(code, 0);
  }

  /** @returns the status with which the server ends. */
  async exit(): Promise<number | null> {
    if (this.process.exitCode !== null) return this.process.exitCode;
    const [code] = (await inTime(once(this.process, 'exit'), 'the end of the process')) as [number | null];
    return code;
  }

  #take(params: PublishDiagnosticsParams): void {
    this.published.push(params);
    const version = this.#versions.get(params.uri);
    const closed = this.#closed.get(params.uri);
    const isTakenBack = params.version === undefined && params.diagnostics.length === 0;
    const isOnItsWay =
      closed !== undefined && (isTakenBack || (version === undefined && params.version === closed));
    if (params.version !== version && !isOnItsWay)
      this.#surprises.push(`diagnostics of ${params.uri}, version ${params.version}, not ${version}`);
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }

  #surprise(method: string, params: unknown): void {
    this.#surprises.push(`${method} ${JSON.stringify(params)}`);
  }
}

async function inTime<Value>(value: Promise<Value>, what: string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no sign of ${what}`)), patience);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
}
