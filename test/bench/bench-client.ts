import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { ClientCapabilities, PublishDiagnosticsParams } from 'vscode-languageserver';

/** An editor that is told what is wrong, and one that asks. */
export const pushing: ClientCapabilities = { textDocument: { publishDiagnostics: { versionSupport: true } } };
export const pulling: ClientCapabilities = { textDocument: { diagnostic: {} } };

/** A language server as a process of its own, spoken to as fast as it answers. */
export class BenchClient {
  readonly process: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #waiting = new Map<string, (params: PublishDiagnosticsParams) => void>();

  private constructor(command: string, args: readonly string[]) {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.process = child;
    this.#connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    this.#connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      const place = `${params.uri} ${params.version}`;
      this.#waiting.get(place)?.(params);
      this.#waiting.delete(place);
    });
    this.#connection.onRequest(() => null);
    this.#connection.listen();
  }

  /** Starts a server and introduces itself to it. */
  static async start(
    command: string,
    args: readonly string[],
    capabilities: ClientCapabilities,
  ): Promise<BenchClient> {
    const client = new BenchClient(command, args);
    await client.request('initialize', { processId: process.pid, rootUri: null, capabilities });
    client.notify('initialized', {});
    return client;
  }

  request<Result>(method: string, params?: unknown): Promise<Result> {
    return this.#connection.sendRequest(method, params);
  }

  notify(method: string, params?: unknown): void {
    void this.#connection.sendNotification(method, params);
  }

  /** Waits for what is said of one version of a document. */
  published(uri: string, version: number): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve) => this.#waiting.set(`${uri} ${version}`, resolve));
  }

  /** @returns how long something takes, in milliseconds. */
  async time(action: () => Promise<unknown>): Promise<number> {
    const begin = performance.now();
    await action();
    return performance.now() - begin;
  }

  async stop(): Promise<void> {
    const exited = once(this.process, 'exit');
    await this.request('shutdown');
    this.notify('exit');
    await exited;
    this.#connection.dispose();
  }
}
