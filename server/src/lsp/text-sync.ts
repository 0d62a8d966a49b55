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
    // An editor that asks itself is told nothing unasked: it would show everything twice.
    const isPushing = () => session.isSettled && session.client.textDocument?.diagnostic === undefined;
    const schedule = (uri: string) => {
      if (isPushing()) publisher.schedule(uri);
    };
    const recheck = (uris: Iterable<string>) => {
      if (isPushing()) for (const uri of uris) publisher.recheck(uri);
    };
    connection.onDidOpenTextDocument(({ textDocument }) => {
      const { uri } = textDocument;
      session.open(textDocument);
      schedule(uri);
      recheck(workspace.neighbours(uri));
    });
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      const changed = documents.change(uri, version, contentChanges);
      if (changed === undefined) return;
      workspace.update(changed);
      checker.changed(uri, contentChanges);
      schedule(uri);
      recheck(workspace.neighbours(uri));
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      const neighbours = workspace.neighbours(uri);
      documents.close(uri);
      workspace.remove(uri);
      checker.closed(uri);
      publisher.clear(uri);
      recheck(neighbours);
    });
    session.onRefresh(() => {
      if (isPushing()) for (const { uri } of documents.all()) publisher.refresh(uri);
    });
  },
};
