import { commands, type ExtensionContext, type LogOutputChannel, window, workspace } from 'vscode';
import { State } from 'vscode-languageclient/node';
import { chooseKernel, chooseRoot } from './choose.ts';
import { Documents } from './documents.ts';
import { ExplanationPanel } from './explanation/panel.ts';
import { fixAll, suppressHere } from './fixes.ts';
import { GraphPanel } from './graph/panel.ts';
import { Machine } from './machine.ts';
import { nameFor } from './names.ts';
import { Server } from './server.ts';
import { showMachine, showServer } from './status.ts';
import { showModules } from './views/modules-view.ts';

/** The extension at work, from its activation on. */
export interface Session {
  readonly server: Server;
  readonly machine: Machine;
}

/** Starts the server and shows what there is to show besides the files. */
export function beginSession(context: ExtensionContext, output: LogOutputChannel): Session {
  const server = new Server(context, output, {
    'modconf.explain': (name) => explanation.show(String(name)),
    'modconf.showEffective': () => documents.showEffective(),
  });
  const machine = new Machine(() => server.client);
  const graph = new GraphPanel(context, machine);
  const documents = new Documents(() => server.client, machine);
  const explanation = new ExplanationPanel(context, documents);
  context.subscriptions.push(
    machine,
    showMachine(machine),
    showServer(server),
    showModules(machine),
    graph,
    documents,
    explanation,
    commands.registerCommand('modconf.fixAll', fixAll),
    commands.registerCommand('modconf.suppressHere', suppressHere),
    commands.registerCommand('modconf.showEffectiveConfiguration', () => documents.showEffective()),
    commands.registerCommand('modconf.explainName', async (subject?: unknown) => {
      const name = await nameFor(subject, 'Explain module or alias');
      if (name !== undefined) await explanation.show(name);
    }),
    commands.registerCommand('modconf.showDependencyGraph', async (subject?: unknown) => {
      const name = await nameFor(subject, 'Show dependency graph');
      if (name !== undefined) await graph.show(name);
    }),
    commands.registerCommand('modconf.chooseKernel', () => chooseKernel(machine)),
    commands.registerCommand('modconf.chooseRoot', () => chooseRoot(machine)),
    window.onDidChangeActiveTextEditor((editor) => machine.look(editor)),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('modconf')) void machine.refresh();
    }),
    server.onDidChangeState((state) => {
      if (state === State.Running) void machine.refresh();
    }),
  );
  void server.start();
  return { server, machine };
}
