import { Uri, window } from 'vscode';
import { isOurs } from './languages.ts';
import type { Node } from './views/module-nodes.ts';

/**
 * Finds out which module or alias a command is about: that of the view it was chosen in, or the word under the caret; a person who
 * called it by its title is asked.
 *
 * @param subject what the editor hands a command: a node of a view, the file of a menu, a name, or nothing
 * @returns undefined when there is none
 */
export async function nameFor(subject: unknown, title: string): Promise<string | undefined> {
  if (typeof subject === 'string') return subject;
  if (isNode(subject)) return subject.kind === 'module' ? subject.module.title : undefined;
  const word = wordAtCaret();
  if (subject instanceof Uri && word !== undefined) return word;
  const prompt = 'A module, an alias, or what the kernel asks for: eth0, char-major-10-135, usb:v046Dp…';
  const name = await window.showInputBox({ title, prompt, ...(word !== undefined && { value: word }) });
  return name?.trim() || undefined;
}

function isNode(subject: unknown): subject is Node {
  return typeof subject === 'object' && subject !== null && 'kind' in subject;
}

function wordAtCaret(): string | undefined {
  const editor = window.activeTextEditor;
  if (editor === undefined || !isOurs(editor.document)) return undefined;
  const range = editor.document.getWordRangeAtPosition(editor.selection.active);
  return range && editor.document.getText(range);
}
