import { ConfigurationTarget, FileType, type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { Machine } from './machine.ts';

interface Choice extends QuickPickItem {
  /** Empty for the automatic choice; undefined asks further. */
  readonly value: string | undefined;
}

/** Lets the user choose the kernel version in force, among those that the machine has modules for. */
export async function chooseKernel(machine: Machine): Promise<void> {
  await machine.refresh();
  const { context } = machine;
  if (context === undefined) return;
  const set = settingOf(machine, 'kernel');
  const choices: Choice[] = [
    { label: 'Automatic', description: 'the running kernel, or the newest', value: '', picked: set === '' },
    ...context.kernels.map((kernel) => ({
      label: kernel,
      description: kernel === context.kernel ? 'in force' : '',
      value: kernel,
    })),
  ];
  const placeHolder = `Kernel version for ${context.root === '/' ? 'this machine' : context.root}`;
  const chosen = await window.showQuickPick(choices, { placeHolder });
  if (chosen?.value !== undefined) await change(machine, 'kernel', chosen.value);
}

/** Lets the user choose the root file system that files belong to. */
export async function chooseRoot(machine: Machine): Promise<void> {
  const folders = workspace.workspaceFolders ?? [];
  const roots = await Promise.all(folders.map(({ uri }) => looksLikeRoot(uri)));
  const choices: Choice[] = [
    { label: 'Automatic', description: "by each file's place", value: '' },
    { label: '/', description: 'this machine', value: '/' },
    ...folders
      .filter((_, index) => roots[index])
      .map(({ uri, name }) => ({ label: name, description: uri.fsPath, value: uri.fsPath })),
    { label: 'Browse…', value: undefined },
  ];
  const chosen = await window.showQuickPick(choices, {
    placeHolder: 'Root file system that files belong to',
  });
  if (chosen === undefined) return;
  const value = chosen.value ?? (await browse());
  if (value !== undefined) await change(machine, 'root', value);
}

async function browse(): Promise<string | undefined> {
  const [folder] = (await window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true })) ?? [];
  return folder?.fsPath;
}

async function looksLikeRoot(folder: Uri): Promise<boolean> {
  try {
    const { type } = await workspace.fs.stat(Uri.joinPath(folder, 'lib/modules'));
    return (type & FileType.Directory) !== 0;
  } catch {
    return false; // it is not there
  }
}

const settingOf = (machine: Machine, name: string) =>
  workspace.getConfiguration('modconf', machine.file).get(name, '');

/** Writes a setting where it holds for what the user is looking at and not for all else. */
async function change(machine: Machine, name: 'kernel' | 'root', value: string): Promise<void> {
  const { file } = machine;
  const folders = workspace.workspaceFolders ?? [];
  const inFolder = file !== undefined && workspace.getWorkspaceFolder(file) !== undefined;
  const target =
    inFolder && folders.length > 1
      ? ConfigurationTarget.WorkspaceFolder
      : folders.length > 0
        ? ConfigurationTarget.Workspace
        : ConfigurationTarget.Global;
  await workspace.getConfiguration('modconf', file).update(name, value === '' ? undefined : value, target);
}
