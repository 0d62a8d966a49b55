import type {
  CancellationToken,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { checkFile, loadModuleInfos } from '../lint/check.ts';
import { configurationFiles } from '../workspace/configuration-files.ts';
import type { Capability } from './capability.ts';
import { Quiet } from './quiet.ts';
import { Reports } from './reports.ts';
import type { Root } from './root.ts';
import type { Session } from './session.ts';

/** When nobody has typed for so long, a long document is looked at as a whole; in milliseconds. */
const longPause = 300;

/** Says what is wrong when it is asked to; to editors that can ask nothing is said unasked. */
export const pullDiagnostics: Capability = {
  announce: ({ textDocument }) => {
    if (textDocument?.diagnostic === undefined) return {};
    return {
      diagnosticProvider: { identifier: 'modconf', interFileDependencies: true, workspaceDiagnostics: true },
    };
  },
  serve(connection, session) {
    const { languages } = connection;
    const reports = new Reports();
    const later = new Quiet(longPause, (error) => connection.console.error(String(error)));
    const refresh = () => {
      if (session.client.workspace?.diagnostics?.refreshSupport)
        languages.diagnostics.refresh().catch(() => {});
    };
    session.onRefresh(refresh);
    languages.diagnostics.on(
      async ({ textDocument: { uri }, previousResultId }): Promise<DocumentDiagnosticReport> => {
        await session.whenSettled;
        await session.checker.prepare(uri);
        const checked = session.checker.check(uri);
        const open = session.documents.get(uri);
        if (checked === undefined || open === undefined) return { kind: 'full', items: [] };
        later.after(uri, (isWished) => lookDeeper(uri, isWished));
        const uriOf = session.workspace.snapshot(uri)?.uriOf ?? (() => uri);
        return reports.make(uri, checked.findings, previousResultId, { version: open.version, uriOf });
      },
    );
    languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
      await session.whenSettled;
      const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      return { items: await checkWorkspace(session, reports, previous, token) };
    });

    async function lookDeeper(uri: string, isWished: () => boolean): Promise<void> {
      const before = JSON.stringify(session.checker.current(uri));
      const deeper = await session.checker.lookDeeper(uri);
      if (deeper !== undefined && isWished() && JSON.stringify(deeper.findings) !== before) refresh();
    }
  },
};

async function checkWorkspace(
  session: Session,
  reports: Reports,
  previous: ReadonlyMap<string, string>,
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport['items']> {
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  const seen = new Set<string>();
  for (const root of session.workspace.roots(session.folders)) {
    for (const path of configurationFiles(root.project.files)) {
      // Others are answered between two files.
      await new Promise((resolve) => setImmediate(resolve));
      if (token.isCancellationRequested) return items;
      const uri = root.uriOf(path);
      // What is open is asked for by itself, in the version that the editor has.
      if (session.documents.get(uri) !== undefined || session.configuration.excludes(uri)) continue;
      seen.add(uri);
      items.push({
        uri,
        version: null,
        ...(await checkClosed(session, root, path, reports, previous.get(uri))),
      });
    }
  }
  const gone = [...previous.keys()].filter(
    (uri) => !seen.has(uri) && session.documents.get(uri) === undefined,
  );
  return [...items, ...gone.map((uri) => ({ kind: 'full' as const, uri, version: null, items: [] }))];
}

async function checkClosed(
  session: Session,
  root: Root,
  path: string,
  reports: Reports,
  previous: string | undefined,
): Promise<DocumentDiagnosticReport> {
  const uri = root.uriOf(path);
  const uriOf = (other: string) => root.uriOf(other);
  try {
    const { project } = root;
    const file = project.read(path);
    await loadModuleInfos(project, file);
    const findings = checkFile(project, file, path, session.configuration.of(uri).lint);
    return reports.make(uri, findings, previous, { version: 0, uriOf });
  } catch {
    return { kind: 'full', items: [] }; // it is gone, or cannot be read
  }
}
