import { TextDocumentSyncKind } from 'vscode-languageserver';
import type { Capability } from './capability.ts';
import { DiagnosticsPublisher } from './diagnostics.ts';

/** Follows the open documents and says what is wrong in them. */
export const textSync: Capability = {
  announce: () => ({
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  }),
  serve(connection, session) {
    const publisher = new DiagnosticsPublisher(connection, session);
    connection.onDidOpenTextDocument(({ textDocument }) => {
      session.documents.open(textDocument);
      publisher.schedule(textDocument.uri);
    });
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      if (session.documents.change(uri, version, contentChanges) !== undefined) publisher.schedule(uri);
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      session.documents.close(uri);
      publisher.clear(uri);
    });
  },
};
