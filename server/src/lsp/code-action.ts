import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import { codeActions, type OfferedAction } from '../features/code-actions.ts';
import type { Capability } from './capability.ts';

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
        const usesVersions = session.client.workspace?.workspaceEdit?.documentChanges ?? false;
        return codeActions(snapshot, {
          diagnostics,
          only,
          version,
          findings: () => session.checker.current(uri),
        }).map(({ edits, ...action }) => ({
          ...action,
          edit: toWorkspaceEdit(edits, uri, usesVersions ? version : undefined),
        }));
      }),
    );
  },
};

function toWorkspaceEdit(
  edits: OfferedAction['edits'],
  uri: string,
  version: number | undefined,
): WorkspaceEdit {
  if (version === undefined) return { changes: { [uri]: [...edits] } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] };
}
