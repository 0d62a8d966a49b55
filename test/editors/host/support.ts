import { setTimeout as sleep } from 'node:timers/promises';
import {
  commands,
  type Diagnostic,
  languages,
  type Position,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';

const patience = 15_000;

/** @returns the address of a file in the open folder. */
export function file(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('no folder is open');
  return Uri.joinPath(folder.uri, path);
}

/** Shows a file of the open folder. */
export async function show(path: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(file(path));
  await window.showTextDocument(document);
  return document;
}

/** @returns where a text begins, or further behind that. */
export function place(document: TextDocument, text: string, further = 0): Position {
  const offset = document.getText().indexOf(text);
  if (offset === -1) throw new Error(`${document.uri.path} has no ${text}`);
  return document.positionAt(offset + further);
}

/** Asks VS Code what one of its features finds. */
export async function ask<Answer>(feature: string, ...args: readonly unknown[]): Promise<Answer> {
  return commands.executeCommand<Answer>(`vscode.execute${feature}`, ...args);
}

/** Waits until a question has an answer that is neither undefined nor false nor empty. */
export async function eventually<Answer>(
  what: string,
  question: () => Thenable<Answer | undefined | false> | Answer | undefined | false,
): Promise<Answer> {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(100)) {
    const answer = await question();
    const isEmpty =
      answer === undefined || answer === false || (Array.isArray(answer) && answer.length === 0);
    if (!isEmpty) return answer as Answer;
  }
  throw new Error(`waited in vain until ${what}`);
}

/** @returns the rules that report something in a file. */
export function rulesIn({ uri }: TextDocument): string[] {
  return languages.getDiagnostics(uri).map(({ code }) => String(ruleOf(code)));
}

const ruleOf = (code: Diagnostic['code']) => (typeof code === 'object' ? code.value : code);

/** @returns whether a tab is there, by its label. */
export function hasTab(label: string | RegExp): boolean {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some((tab) => (typeof label === 'string' ? tab.label === label : label.test(tab.label)));
}
