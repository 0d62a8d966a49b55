import type { Location, LocationLink, TextDocumentPositionParams } from 'vscode-languageserver';
import { definition as definitionAt } from '../features/definition.ts';
import type { Capability } from './capability.ts';

/** Where something is made. */
export const definition: Capability = {
  announce: () => ({ definitionProvider: true, declarationProvider: true }),
  serve(connection, session) {
    const answer = (kind: 'definition' | 'declaration') =>
      session.about((snapshot, { position }: TextDocumentPositionParams): LocationLink[] | Location[] => {
        const links = definitionAt(snapshot, snapshot.document.offsetAt(position));
        return session.client.textDocument?.[kind]?.linkSupport ? links : links.map(toLocation);
      });
    connection.onDefinition(answer('definition'));
    connection.onDeclaration(answer('declaration'));
  },
};

function toLocation({ targetUri, targetSelectionRange }: LocationLink): Location {
  return { uri: targetUri, range: targetSelectionRange };
}
