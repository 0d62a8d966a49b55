import { type CodeLens, CodeLensRefreshRequest } from 'vscode-languageserver';
import { codeLenses, type LensData, resolveLens } from '../features/code-lens.ts';
import type { Capability } from './capability.ts';
import { snapshotAt } from './snapshot-at.ts';

/** What stands over lines: what an alias comes to, how many need a module. */
export const codeLens: Capability = {
  announce: ({ textDocument }) =>
    textDocument?.codeLens === undefined ? {} : { codeLensProvider: { resolveProvider: true } },
  serve(connection, session) {
    connection.onCodeLens(
      session.about((snapshot, { textDocument }) => codeLenses(snapshot, textDocument.uri)),
    );
    connection.onCodeLensResolve(
      session.answering((lens: CodeLens): CodeLens => {
        const data = lens.data as LensData | undefined;
        return data === undefined
          ? lens
          : { ...lens, command: resolveLens(snapshotAt(data.uri, session), data) };
      }),
    );
    session.onRefresh(() => {
      if (!session.client.workspace?.codeLens?.refreshSupport) return;
      connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
    });
  },
};
