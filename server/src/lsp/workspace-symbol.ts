import { workspaceSymbols } from '../features/workspace-symbols.ts';
import type { Capability } from './capability.ts';

/** Aliases, lists and modules by name, in every machine at hand. */
export const workspaceSymbol: Capability = {
  announce: ({ workspace }) => (workspace?.symbol === undefined ? {} : { workspaceSymbolProvider: true }),
  serve(connection, session) {
    connection.onWorkspaceSymbol(
      session.answering(({ query }: { readonly query: string }) =>
        session.workspace
          .roots(session.folders)
          .flatMap((root) => workspaceSymbols(root.project, (path) => root.uriOf(path), query)),
      ),
    );
  },
};
