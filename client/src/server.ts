import {
  type Event,
  EventEmitter,
  type ExtensionContext,
  type LogOutputChannel,
  window,
  workspace,
} from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  RevealOutputChannelOn,
  type State,
} from 'vscode-languageclient/node';
import { documentFilter } from './languages.ts';
import { RestartPolicy } from './restarts.ts';
import { serverOptions } from './server-process.ts';
import { traceChannel } from './trace-channel.ts';

type Commands = Partial<Record<string, (...args: readonly unknown[]) => unknown>>;

/** The language server as the extension sees it: one at a time, started again when it dies. */
export class Server {
  readonly #context: ExtensionContext;
  readonly #output: LogOutputChannel;
  readonly #commands: Commands;
  readonly #trace: LogOutputChannel;
  readonly #restarts = new RestartPolicy();
  readonly #changed = new EventEmitter<State>();
  #client: LanguageClient | undefined;

  /** Fires when the server starts, runs or has ended. */
  readonly onDidChangeState: Event<State> = this.#changed.event;

  /** @param commands run what the server's own lenses name, instead of asking the server */
  constructor(context: ExtensionContext, output: LogOutputChannel, commands: Commands) {
    this.#commands = commands;
    this.#context = context;
    this.#output = output;
    this.#trace = traceChannel(output);
    context.subscriptions.push(this.#trace, this.#changed);
  }

  /** The client, once there is one that talks to a server. */
  get client(): LanguageClient | undefined {
    return this.#client?.isRunning() ? this.#client : undefined;
  }

  /** Starts the server; where that fails, says so and goes on without one. */
  async start(): Promise<void> {
    const path = workspace.getConfiguration('modconf').get('server.path', '');
    const client = new LanguageClient('modconf', 'modconf', serverOptions(this.#context, path), {
      documentSelector: documentFilter,
      outputChannel: this.#output,
      traceOutputChannel: this.#trace,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      progressOnInitialization: true,
      errorHandler: this.#errorHandler(),
      middleware: {
        executeCommand: (command, args, next) => {
          const run = this.#commands[command];
          return run === undefined ? next(command, args) : run(...args);
        },
      },
      initializationFailedHandler: () => false,
    });
    this.#client = client;
    client.onDidChangeState(({ newState }) => this.#changed.fire(newState));
    try {
      await client.start();
    } catch (error) {
      this.#output.error(
        `The server could not be started: ${error instanceof Error ? error.message : error}`,
      );
      void this.#say(`The modconf server could not be started${path === '' ? '' : ` (${path})`}.`);
    }
  }

  /** Ends the server and starts it anew, with the settings as they are now. */
  async restart(): Promise<void> {
    this.#restarts.reset();
    await this.stop();
    await this.start();
  }

  /** Ends the server, if there is one. */
  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (client?.needsStop()) await client.dispose().catch((error) => this.#output.warn(String(error)));
  }

  #errorHandler(): ErrorHandler {
    return {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        if (this.#restarts.restartsAfterDeath(Date.now())) {
          void this.#say('The modconf server ended unexpectedly and was started again.');
          return { action: CloseAction.Restart, handled: true };
        }
        void this.#say('The modconf server keeps ending unexpectedly and is not started again.');
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    };
  }

  async #say(message: string): Promise<void> {
    const restart = 'Restart Server';
    const output = 'Show Output';
    const choice = await window.showWarningMessage(message, restart, output);
    if (choice === output) this.#output.show();
    if (choice === restart) await this.restart();
  }
}
