import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  CodeAction,
  DocumentDiagnosticReport,
  FullDocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { LspClient, modernEditor, type StartedClient } from '../support/lsp-client.ts';
import { machine24 } from '../support/machine-24.ts';
import { RootDirectory } from '../support/root-directory.ts';

const asking: ClientCapabilities = {
  ...modernEditor,
  textDocument: { ...modernEditor.textDocument, diagnostic: { relatedDocumentSupport: false } },
  workspace: { ...modernEditor.workspace, diagnostics: { refreshSupport: true } },
};

describe('diagnostics that the editor asks for', () => {
  let root: RootDirectory;
  let client: StartedClient;
  let uri: string;
  beforeEach(async () => {
    root = new RootDirectory({
      ...machine24,
      '/etc/modules.conf': 'alias net mii x\n',
      '/etc/modprobe.d/a.conf': 'optoins a b=1\n',
    });
    uri = root.uri('/etc/modules.conf');
    client = await LspClient.start(asking, { workspaceFolders: [{ uri: root.uri(''), name: 'root' }] });
  });
  afterEach(async () => {
    assert.deepEqual(client.published, []);
    await client.stop();
    root.dispose();
  });

  const ask = (previousResultId?: string) =>
    client.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
      previousResultId,
    });
  const askAll = (previousResultIds: { uri: string; value: string }[] = []) =>
    client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
  const codesOf = (report: DocumentDiagnosticReport) =>
    (report as FullDocumentDiagnosticReport).items.map(({ code }) => code);

  it('are announced, and then nothing is said unasked', async () => {
    assert.deepEqual(client.initialized.capabilities.diagnosticProvider, {
      identifier: 'modconf',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    client.open(uri, 'alias net mii x\n');
    assert.deepEqual(codesOf(await ask()), ['alias-extra-words']);
  });

  it('are not told twice', async () => {
    client.open(uri, 'alias net mii x\n');
    const first = await ask();
    const again = await ask(first.resultId);
    assert.deepEqual(again, { kind: 'unchanged', resultId: first.resultId });
    client.change(uri, {
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
      text: '# more\n',
    });
    assert.equal((await ask(first.resultId)).kind, 'unchanged');
    client.change(uri, { text: 'alias net mii\n' });
    const other = await ask(first.resultId);
    assert.deepEqual(codesOf(other), []);
    assert.equal((await ask('no such id')).kind, 'full');
  });

  it('have fixes that count for a later version as long as they are the same', async () => {
    client.open(uri, 'alias net mii x\n');
    const { items: diagnostics } = (await ask()) as FullDocumentDiagnosticReport;
    client.change(uri, {
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
      text: '# more\n',
    });
    const [fix] = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: diagnostics[0]!.range,
      context: { diagnostics },
    });
    assert.equal(fix?.title, 'Remove the words behind the first module');
  });

  it('of what is not open or not ours are none', async () => {
    assert.deepEqual(await ask(), { kind: 'full', items: [] });
  });

  it('of the whole workspace are those of its files; what is open is asked for by itself', async () => {
    const closed = await askAll();
    const byName = new Map(closed.items.map((item) => [item.uri.slice(item.uri.lastIndexOf('/') + 1), item]));
    assert.deepEqual(codesOf(byName.get('modules.conf') as FullDocumentDiagnosticReport), [
      'alias-extra-words',
    ]);
    assert.ok(codesOf(byName.get('a.conf') as FullDocumentDiagnosticReport).length > 0);
    assert.ok(byName.has('modules.dep'));
    const ids = closed.items.map((item) => ({ uri: item.uri, value: item.resultId! }));
    const again = await askAll(ids);
    assert.ok(again.items.every(({ kind }) => kind === 'unchanged'));
    client.open(uri, '');
    assert.ok(!(await askAll(ids)).items.some((item) => item.uri === uri));
  });

  it('of files that are gone are taken back', async () => {
    const { items } = await askAll([{ uri: root.uri('/etc/gone.conf'), value: '7' }]);
    const gone = items.find((item) => item.uri.endsWith('/gone.conf'));
    assert.deepEqual(gone, { uri: root.uri('/etc/gone.conf'), kind: 'full', version: null, items: [] });
  });

  it('are to be asked for again when files change', async () => {
    client.open(uri, 'alias net mii\n');
    assert.deepEqual(codesOf(await ask()), []);
    root.write('/lib/modules/2.4.20/modules.dep', '/lib/modules/2.4.20/other.o:\n');
    client.notify('workspace/didChangeWatchedFiles', { changes: [] });
    await client.refreshed();
    assert.deepEqual(codesOf(await ask()), ['alias-unknown-target']);
  });

  it('of a long document come at once, and are asked for again when the whole was looked at', async () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => `alias name_${index} module_${index}`);
    client.open(uri, `${lines.join('\n')}\n`);
    await ask();
    await ask();
    const start = { line: 29_999, character: 0 };
    client.change(uri, { range: { start, end: start }, text: 'alias name_5 other\n' });
    const quick = await ask();
    if (!codesOf(quick).includes('alias-overridden')) {
      await client.refreshed();
      assert.ok(codesOf(await ask()).includes('alias-overridden'));
    }
  });
});
