import { type CodeAction, commands, window, workspace } from 'vscode';

/** Applies every fix that cannot change what a correct loader does, in the file that is shown. */
export async function fixAll(): Promise<void> {
  await commands.executeCommand('editor.action.sourceAction', {
    kind: 'source.fixAll.modconf',
    apply: 'first',
  });
}

/** Silences a rule that reports something in the line of the caret; which one, and for how much, is asked. */
export async function suppressHere(): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const { document, selection } = editor;
  const actions = await commands.executeCommand<readonly CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    document.lineAt(selection.active.line).range,
    'quickfix.silence',
  );
  if (actions.length === 0) {
    void window.showInformationMessage('No rule reports anything in this line.');
    return;
  }
  const choices = actions.map((action) => ({ label: action.title, action }));
  const chosen = await window.showQuickPick(choices, { placeHolder: 'Which rule, and for how much?' });
  if (chosen?.action.edit !== undefined) await workspace.applyEdit(chosen.action.edit);
}
