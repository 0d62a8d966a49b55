import { commands, type ExtensionContext, type LogOutputChannel, window, workspace } from 'vscode';
import type { Session } from './session.ts';
import { provideTasks } from './tasks.ts';

let session: Promise<Session> | undefined;

/** Starts the server; the editor calls this when it first meets a file of ours or one of our commands. */
export function activate(context: ExtensionContext): void {
  const output = window.createOutputChannel('modconf', { log: true });
  const begun = begin(context, output);
  session = begun;
  context.subscriptions.push(
    output,
    provideTasks(context),
    commands.registerCommand('modconf.showOutput', () => output.show()),
    commands.registerCommand('modconf.restartServer', async () => (await begun).server.restart()),
    workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration('modconf.server.path')) await (await begun).server.restart();
    }),
  );
}

/** Ends the server. */
export async function deactivate(): Promise<void> {
  await (await session)?.server.stop();
}

/** Loads the client library when the editor has a moment: that takes longer than all else here. */
async function begin(context: ExtensionContext, output: LogOutputChannel): Promise<Session> {
  await new Promise((resolve) => setImmediate(resolve));
  const { beginSession } = await import('./session.ts');
  return beginSession(context, output);
}
