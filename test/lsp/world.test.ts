import assert from 'node:assert/strict';
import type { ClientCapabilities, Hover, MarkupContent } from 'vscode-languageserver';
import { LspClient, modernEditor, type StartedClient } from '../support/lsp-client.ts';
import { machine24 } from '../support/machine-24.ts';
import { RootDirectory } from '../support/root-directory.ts';

const editor: ClientCapabilities = {
  ...modernEditor,
  workspace: {
    ...modernEditor.workspace,
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

const dep = '/lib/modules/2.4.20/modules.dep';

describe('the world around the documents', () => {
  let root: RootDirectory;
  let uri: string;
  let client: StartedClient;
  const start = async (settings: LspClient['settings'], capabilities = editor, rest = {}) => {
    const folders = [{ uri: root.uri(''), name: 'root' }];
    client = await LspClient.start(capabilities, { workspaceFolders: folders, ...rest }, settings);
  };
  const codes = async () => (await client.diagnostics(uri)).map(({ code }) => code);
  const hoverText = async (character: number) => {
    const { contents } = await client.at<Hover>('textDocument/hover', uri, 0, character);
    return (contents as MarkupContent).value;
  };

  beforeEach(() => {
    root = new RootDirectory({ ...machine24, '/etc/modules.conf': 'alias net mii x\n' });
    uri = root.uri('/etc/modules.conf');
  });
  afterEach(async () => {
    await client.stop();
    root.dispose();
  });

  it('asks for the settings before it says anything', async () => {
    await start({ '': { rules: { 'alias-extra-words': 'error' } } });
    client.open(uri, 'alias net mii x\n');
    assert.deepEqual(
      (await client.diagnostics(uri)).map(({ code, severity }) => [code, severity]),
      [['alias-extra-words', 1]],
    );
    assert.equal(client.published.length, 1);
  });

  it('obeys settings that change', async () => {
    await start({});
    client.open(uri, 'alias net mii x\n');
    assert.deepEqual(await codes(), ['alias-extra-words']);
    client.settings = { '': { rules: { 'alias-extra-words': 'off' } } };
    client.notify('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await client.moreDiagnostics(uri), []);
    assert.deepEqual(client.registered.get('workspace/didChangeConfiguration'), { section: 'modconf' });
  });

  it('obeys the settings of a folder', async () => {
    await start({ [root.uri('')]: { rules: { 'alias-extra-words': 'off' } } });
    client.open(uri, 'alias net mii x\n');
    client.open('file:///elsewhere/modules.conf', 'alias net mii x\n');
    assert.deepEqual(await codes(), []);
    assert.equal((await client.diagnostics('file:///elsewhere/modules.conf')).length, 1);
  });

  it('leaves out what is excluded', async () => {
    await start({ '': { exclude: ['**/etc/*.conf'] } });
    client.open(uri, 'alias net mii x\n');
    assert.deepEqual(await codes(), []);
  });

  it('takes the kernel and the root that the user names', async () => {
    await start({ '': { kernel: '2.4.99' } });
    client.open(uri, 'alias net mii\n');
    await client.diagnostics(uri);
    assert.match(await hoverText(7), /kernel 2\.4\.99/);
    root.write('/image/etc/modules.conf', '');
    root.write('/image/lib/modules/2.4.7/modules.dep', '/lib/modules/2.4.7/mii.o:\n');
    client.settings = { [root.uri('')]: { root: 'image' } };
    client.notify('workspace/didChangeConfiguration', { settings: null });
    const inside = root.uri('/image/etc/modules.conf');
    client.open(inside, 'alias net mii\n');
    await client.diagnostics(inside);
    const { contents } = await client.at<Hover>('textDocument/hover', inside, 0, 7);
    assert.match((contents as MarkupContent).value, /kernel 2\.4\.7/);
  });

  it('takes settings from an editor that cannot be asked', async () => {
    const silent = { rules: { 'alias-extra-words': 'off' } };
    await start({}, modernEditor, { initializationOptions: silent });
    client.open(uri, 'alias net mii x\n');
    assert.deepEqual(await codes(), []);
    client.notify('workspace/didChangeConfiguration', { settings: { modconf: {} } });
    assert.equal((await client.moreDiagnostics(uri)).length, 1);
  });

  it('follows files that change outside the editor', async () => {
    await start({});
    client.open(uri, 'alias net mii\n');
    await client.diagnostics(uri);
    assert.match(await hoverText(7), /insmod \*\*mii\*\*/);
    const { watchers } = client.registered.get('workspace/didChangeWatchedFiles') as {
      watchers: { globPattern: string }[];
    };
    assert.ok(watchers.some(({ globPattern }) => globPattern === '**/lib/modules/*/modules.*'));
    root.write(dep, '/lib/modules/2.4.20/other.o:\n');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: root.uri(dep), type: 2 }] });
    const found = await client.moreDiagnostics(uri);
    assert.deepEqual(
      found.map(({ code }) => code),
      ['alias-unknown-target'],
    );
    assert.match(await hoverText(7), /Can't locate module/);
  });

  it('checks what depends on an open buffer when that changes', async () => {
    await start({});
    const included = root.uri('/etc/more.conf');
    client.open(included, 'define VALUE mii\n');
    client.open(uri, 'include /etc/more.conf\nalias x $VALUE\n');
    assert.deepEqual(await codes(), []);
    const at = { line: 0, character: 0 };
    client.change(included, { range: { start: at, end: { line: 1, character: 0 } }, text: '' });
    assert.deepEqual(
      (await client.moreDiagnostics(uri)).map(({ code }) => code),
      ['undefined-variable'],
    );
  });

  it('follows folders that are opened and closed', async () => {
    await start({});
    client.open(uri, 'alias net mii x\n');
    await client.diagnostics(uri);
    client.settings = { [root.uri('')]: { rules: { 'alias-extra-words': 'off' } } };
    client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: root.uri(''), name: 'root' }] },
    });
    client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: root.uri(''), name: 'root' }], removed: [] },
    });
    assert.deepEqual(await client.moreDiagnostics(uri), []);
  });

  it('shows that it reads the modules of a kernel, once', async () => {
    await start({}, { ...editor, window: { workDoneProgress: true } });
    client.open(uri, 'alias net mii\n');
    client.open(root.uri(dep), machine24[dep]!);
    await client.workDone();
    assert.deepEqual(client.progress, ['begin modconf', 'report', 'report', 'report', 'end']);
  });
});
