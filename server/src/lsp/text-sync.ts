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
    const { documents, workspace, checker } = session;
    connection.onDidOpenTextDocument(({ textDocument }) => {
      workspace.update(documents.open(textDocument));
      publisher.schedule(textDocument.uri);
    });
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      const changed = documents.change(uri, version, contentChanges);
      if (changed === undefined) return;
      workspace.update(changed);
      checker.changed(uri, contentChanges);
      publisher.schedule(uri);
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      documents.close(uri);
      workspace.remove(uri);
      checker.closed(uri);
      publisher.clear(uri);
    });
  },
};
