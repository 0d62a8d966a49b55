import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Session } from './session.ts';

/** @returns edits by URI in the form that the client knows: with the documents' versions where it can compare them. */
export function workspaceEdit(
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  { client, documents }: Session,
): WorkspaceEdit {
  if (!client.workspace?.workspaceEdit?.documentChanges) {
    return { changes: Object.fromEntries([...edits].map(([uri, list]) => [uri, [...list]])) };
  }
  return {
    documentChanges: [...edits].map(([uri, list]) => ({
      textDocument: { uri, version: documents.get(uri)?.version ?? null },
      edits: [...list],
    })),
  };
}
