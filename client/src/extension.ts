import { commands, type ExtensionContext, window, workspace } from 'vscode';
import { Server } from './server.ts';

let server: Server | undefined;

/** Starts the server; the editor calls this when it first meets a file of ours or one of our commands. */
export function activate(context: ExtensionContext): void {
  const output = window.createOutputChannel('modconf', { log: true });
  const current = new Server(context, output, () => {});
  server = current;
  context.subscriptions.push(
    output,
    commands.registerCommand('modconf.restartServer', () => current.restart()),
    commands.registerCommand('modconf.showOutput', () => output.show()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('modconf.server.path')) void current.restart();
    }),
  );
  void current.start();
}

/** Ends the server. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
