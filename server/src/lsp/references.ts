import { LSPErrorCodes, type Range, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { highlights, references as referencesAt } from '../features/references/references.ts';
import { prepareRename, type Refusal, rename as renameAt } from '../features/references/rename.ts';
import type { Capability } from './capability.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** Who names a thing, in the whole configuration. */
export const references: Capability = {
  announce: ({ textDocument }) => ({
    referencesProvider: true,
    ...(textDocument?.documentHighlight !== undefined && { documentHighlightProvider: true }),
  }),
  serve(connection, session) {
    connection.onReferences(
      session.about((snapshot, { position, context }) =>
        referencesAt(snapshot, snapshot.document.offsetAt(position), context.includeDeclaration),
      ),
    );
    connection.onDocumentHighlight(
      session.about((snapshot, { position }) => highlights(snapshot, snapshot.document.offsetAt(position))),
    );
  },
};

/** A new name for a thing, in the whole configuration. */
export const rename: Capability = {
  announce: ({ textDocument }) => {
    if (textDocument?.rename === undefined) return {};
    return { renameProvider: textDocument.rename.prepareSupport ? { prepareProvider: true } : true };
  },
  serve(connection, session) {
    connection.onPrepareRename(
      session.about((snapshot, { position }): { range: Range; placeholder: string } | null =>
        orRefuse(prepareRename(snapshot, snapshot.document.offsetAt(position))),
      ),
    );
    connection.onRenameRequest(
      session.about((snapshot, { position, newName }): WorkspaceEdit | null => {
        const edits = orRefuse(renameAt(snapshot, snapshot.document.offsetAt(position), newName));
        if (edits === null) return null;
        const byUri = [...edits].map(([path, list]) => [snapshot.uriOf(path), list] as const);
        return workspaceEdit(new Map(byUri), session);
      }),
    );
  },
};

/** @throws ResponseError with what is in the way, which editors show */
function orRefuse<Result extends object>(result: Result | Refusal | undefined): Result | null {
  if (result === undefined) return null;
  if ('refusal' in result) throw new ResponseError(LSPErrorCodes.RequestFailed, result.refusal);
  return result;
}
