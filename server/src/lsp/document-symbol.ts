import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import { documentSymbols } from '../features/symbols.ts';
import type { Capability } from './capability.ts';

/** The outline of a document. */
export const documentSymbol: Capability = {
  announce: () => ({ documentSymbolProvider: { label: 'modconf' } }),
  serve(connection, session) {
    connection.onDocumentSymbol(
      session.about((snapshot, { textDocument }) => {
        const symbols = documentSymbols(snapshot);
        const { hierarchicalDocumentSymbolSupport } = session.client.textDocument?.documentSymbol ?? {};
        return hierarchicalDocumentSymbolSupport ? symbols : flatten(symbols, textDocument.uri);
      }),
    );
  },
};

/** For clients that know no symbols in symbols. */
function flatten(symbols: readonly DocumentSymbol[], uri: string, container?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(container !== undefined && { containerName: container }) },
    ...flatten(children, uri, name),
  ]);
}
