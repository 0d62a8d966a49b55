import { commands, type ExtensionContext, type LogOutputChannel, window, workspace } from 'vscode';
import type { Server } from './server.ts';

let server: Promise<Server> | undefined;

/** Starts the server; the editor calls this when it first meets a file of ours or one of our commands. */
export function activate(context: ExtensionContext): void {
  const output = window.createOutputChannel('modconf', { log: true });
  const started = start(context, output);
  server = started;
  context.subscriptions.push(
    output,
    commands.registerCommand('modconf.restartServer', async () => (await started).restart()),
    commands.registerCommand('modconf.showOutput', () => output.show()),
    workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration('modconf.server.path')) await (await started).restart();
    }),
  );
}

/** Ends the server. */
export async function deactivate(): Promise<void> {
  await (await server)?.stop();
}

/** Loads the client library when the editor has a moment: that takes longer than all else here. */
async function start(context: ExtensionContext, output: LogOutputChannel): Promise<Server> {
  await new Promise((resolve) => setImmediate(resolve));
  const { Server } = await import('./server.ts');
  const own = new Server(context, output, () => {});
  void own.start();
  return own;
}
