import type { CodeAction } from 'vscode-languageserver';
import { codeActions } from '../features/code-actions.ts';
import type { Capability } from './capability.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** What can be done about what is wrong. */
export const codeAction: Capability = {
  announce(client) {
    // Without literals an action would have to be a command.
    if (client.textDocument?.codeAction?.codeActionLiteralSupport === undefined) return {};
    return { codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.modconf'] } };
  },
  serve(connection, session) {
    connection.onCodeAction(
      session.about((snapshot, { textDocument: { uri }, context }): CodeAction[] => {
        const version = session.documents.get(uri)?.version ?? 0;
        const { diagnostics, only } = context;
        const findings = () => session.checker.current(uri);
        return codeActions(snapshot, { diagnostics, only, version, findings }).map(
          ({ edits, ...action }) => ({
            ...action,
            edit: workspaceEdit(new Map([[uri, edits]]), session),
          }),
        );
      }),
    );
  },
};
