import {
  Disposable,
  LanguageStatusSeverity,
  languages,
  MarkdownString,
  StatusBarAlignment,
  window,
} from 'vscode';
import { State } from 'vscode-languageclient/node';
import { documentFilter, isOurs } from './languages.ts';
import { type Machine, nameOf } from './machine.ts';
import type { Server } from './server.ts';

/** Shows which machine and which kernel the answers are for, where a file of ours is shown; a click chooses others. */
export function showMachine(machine: Machine): Disposable {
  const bar = window.createStatusBarItem('modconf.machine', StatusBarAlignment.Right, 90);
  bar.name = 'Kernel modules: machine';
  bar.command = 'modconf.chooseKernel';
  const kernelItem = languages.createLanguageStatusItem('modconf.kernel', documentFilter);
  kernelItem.name = 'Kernel version';
  kernelItem.command = { command: 'modconf.chooseKernel', title: 'Choose' };
  const rootItem = languages.createLanguageStatusItem('modconf.root', documentFilter);
  rootItem.name = 'Root file system';
  rootItem.command = { command: 'modconf.chooseRoot', title: 'Choose' };

  const update = () => {
    const { context } = machine;
    if (context === undefined || !window.visibleTextEditors.some(({ document }) => isOurs(document))) {
      bar.hide();
      return;
    }
    const { root, kernel, kernels } = context;
    bar.text = `$(circuit-board) ${nameOf(context)}`;
    bar.tooltip = new MarkdownString(
      `Kernel **${kernel}**${kernels.includes(kernel) ? '' : ' (its modules are not here)'}\n\nRoot file system \`${root}\``,
    );
    bar.show();
    kernelItem.text = `Kernel ${kernel}`;
    kernelItem.detail = kernels.includes(kernel) ? '' : 'its modules are not here';
    rootItem.text = root === '/' ? 'This machine' : root;
    rootItem.detail = 'root file system';
  };
  update();
  return Disposable.from(
    bar,
    kernelItem,
    rootItem,
    machine.onDidChange(update),
    window.onDidChangeVisibleTextEditors(update),
  );
}

/** Shows in the language's status whether the server is at work. */
export function showServer(server: Server): Disposable {
  const item = languages.createLanguageStatusItem('modconf.server', documentFilter);
  item.name = 'modconf server';
  const update = (state: State) => {
    const isRunning = state === State.Running;
    const isStarting = state === State.Starting;
    item.busy = isStarting;
    item.text = isRunning ? 'Server is running' : isStarting ? 'Server is starting' : 'Server has ended';
    item.severity =
      isRunning || isStarting ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Error;
    item.command = isRunning
      ? { command: 'modconf.showOutput', title: 'Show Output' }
      : { command: 'modconf.restartServer', title: 'Restart' };
  };
  update(State.Starting);
  return Disposable.from(item, server.onDidChangeState(update));
}
