import assert from 'node:assert/strict';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { VirtualDocument } from '../../server/src/features/documents/virtual-document.ts';
import type { MachineRequests } from '../../server/src/lsp/machine-protocol.ts';
import { LspClient, type StartedClient } from '../support/lsp-client.ts';

const root = fileURLToPath(new URL('../../examples/kernel-2.4', import.meta.url));
const uri = pathToFileURL(`${root}/etc/modules.conf`).toString();
const nowhere = pathToFileURL(`${root}-that-is-not-there/etc/modules.conf`).toString();

describe('questions about a machine', () => {
  let client: StartedClient;
  before(async () => {
    client = await LspClient.start();
  });
  after(() => client.stop());

  const ask = <Method extends keyof MachineRequests>(method: Method, params: MachineRequests[Method][0]) =>
    client.request(method, params) as Promise<MachineRequests[Method][1]>;

  it('are answered for a file that is not open', async () => {
    const context = await ask('modconf/context', { uri });
    assert.equal(context.root, root);
    assert.equal(context.kernel, '2.4.20');
    assert.equal(context.kernels[0], '2.4.20');
    assert.ok(context.kernels.length > 1);
  });

  it('are answered with documents', async () => {
    const execute = (command: string, ...args: readonly string[]) =>
      client.request<VirtualDocument>('workspace/executeCommand', { command, arguments: args });
    assert.match(
      (await execute('modconf.showEffective', uri)).text,
      /^alias eth0 eepro100 +# .*modules\.conf:\d+$/m,
    );
    assert.match((await execute('modconf.explain', 'eth0', uri)).text, /^# eth0$/m);
    await assert.rejects(execute('modconf.explain', uri), /a text is missing/);
    await assert.rejects(execute('modconf.frobnicate', uri), /there is no modconf\.frobnicate/);
  });

  it('are answered with every module, where to find it and what it needs', async () => {
    const answer = await ask('modconf/modules', { uri });
    const module = answer?.modules.find(({ title }) => title === 'eepro100');
    assert.match(module?.place.uri ?? '', /2\.4\.20\/modules\.dep$/);
    const detail = await ask('modconf/module', { uri, name: 'eepro100' });
    assert.deepEqual(
      detail?.needs.map(({ text }) => text),
      ['mii'],
    );
    assert.deepEqual(
      detail?.aliases.map(({ text }) => text),
      ['eth0'],
    );
    const graph = await ask('modconf/graph', { uri, name: 'mii' });
    assert.ok(graph?.edges.some(({ from, to }) => from === 'eepro100' && to === 'mii'));
  });

  it('are answered with nothing where there is nothing', async () => {
    assert.equal((await ask('modconf/context', { uri: nowhere })).root, '/');
    assert.equal(await ask('modconf/module', { uri, name: 'no such module' }), null);
    assert.equal(await ask('modconf/graph', { uri, name: 'no such module' }), null);
  });
});
