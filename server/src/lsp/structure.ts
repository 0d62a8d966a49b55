import type { SelectionRange } from 'vscode-languageserver';
import { foldingRanges } from '../features/folding.ts';
import { documentLinks } from '../features/links.ts';
import { selectionRange } from '../features/selection.ts';
import type { Capability } from './capability.ts';

/** What belongs together in a document, and what leads out of it. */
export const structure: Capability = {
  announce: ({ textDocument }) => ({
    ...(textDocument?.foldingRange !== undefined && { foldingRangeProvider: true }),
    ...(textDocument?.selectionRange !== undefined && { selectionRangeProvider: true }),
    ...(textDocument?.documentLink !== undefined && { documentLinkProvider: { resolveProvider: false } }),
  }),
  serve(connection, session) {
    connection.onFoldingRanges(
      session.about((snapshot) =>
        foldingRanges(snapshot, session.client.textDocument?.foldingRange?.rangeLimit),
      ),
    );
    connection.onSelectionRanges(
      session.about((snapshot, { positions }): SelectionRange[] =>
        positions.map((position) => selectionRange(snapshot, snapshot.document.offsetAt(position))),
      ),
    );
    connection.onDocumentLinks(
      session.about((snapshot) => {
        const links = documentLinks(snapshot);
        if (session.client.textDocument?.documentLink?.tooltipSupport) return links;
        return links.map(({ tooltip: _, ...link }) => link);
      }),
    );
  },
};
