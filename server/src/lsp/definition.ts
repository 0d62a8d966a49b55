import type { Location, LocationLink } from 'vscode-languageserver';
import { definition as definitionAt } from '../features/definition.ts';
import type { Capability } from './capability.ts';

/** Where something is made. */
export const definition: Capability = {
  announce: () => ({ definitionProvider: true }),
  serve(connection, session) {
    connection.onDefinition(
      session.about((snapshot, { position }): LocationLink[] | Location[] => {
        const links = definitionAt(snapshot, snapshot.document.offsetAt(position));
        return session.client.textDocument?.definition?.linkSupport ? links : links.map(toLocation);
      }),
    );
  },
};

function toLocation({ targetUri, targetSelectionRange }: LocationLink): Location {
  return { uri: targetUri, range: targetSelectionRange };
}
