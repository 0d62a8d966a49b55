import assert from 'node:assert/strict';
import { LspClient } from '../support/lsp-client.ts';

const uri = 'file:///nowhere/etc/modules.conf';
const insertAt = (line: number, character: number, text: string) => ({
  range: { start: { line, character }, end: { line, character } },
  text,
});

describe('the server over stdio', () => {
  let client: Awaited<ReturnType<typeof LspClient.start>>;
  beforeEach(async () => {
    client = await LspClient.start();
  });
  afterEach(async () => {
    if (client.process.exitCode === null) await client.stop();
  });

  it('says who it is and how it counts', () => {
    const { capabilities, serverInfo } = client.initialized;
    assert.equal(serverInfo?.name, 'modconf');
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
  });

  it('says what is wrong in each version', async () => {
    client.open(uri, 'alias mynet eepro100\n');
    assert.deepEqual(await client.diagnostics(uri), []);
    client.change(uri, insertAt(0, 20, ' mii'));
    const [found, ...rest] = await client.diagnostics(uri);
    assert.deepEqual(rest, []);
    assert.equal(found?.code, 'alias-extra-words');
    assert.deepEqual(found?.range, { start: { line: 0, character: 21 }, end: { line: 0, character: 24 } });
    assert.match(found?.codeDescription?.href ?? '', /alias-extra-words\.md$/);
    assert.equal(found?.source, 'modconf');
    assert.equal(found?.severity, 2);
    assert.deepEqual(found?.data.fix.edits, [
      { range: { start: { line: 0, character: 20 }, end: { line: 0, character: 24 } }, newText: '' },
    ]);
  });

  it('takes back what it said of a closed document', async () => {
    client.open(uri, 'alias mynet eepro100 mii\n');
    assert.equal((await client.diagnostics(uri)).length, 1);
    client.close(uri);
    assert.deepEqual(await client.diagnostics(uri), []);
  });

  it('checks two hundred edits typed quickly once, in the last version', async () => {
    client.open(uri, '');
    await client.diagnostics(uri);
    for (let count = 0; count < 200; count++) client.change(uri, insertAt(0, count, 'x'));
    await client.diagnostics(uri);
    assert.equal(client.published.length, 2);
  });

  it('follows many changes in one message, counted in UTF-16', async () => {
    client.open(uri, '# \u{1F427} é\r\nalias a b\r\n');
    client.change(
      uri,
      insertAt(1, 9, ' c'),
      { range: { start: { line: 0, character: 2 }, end: { line: 0, character: 4 } }, text: 'tux' },
      insertAt(0, 99, '!\r\n'),
    );
    const [found] = await client.diagnostics(uri);
    assert.deepEqual(found?.range, { start: { line: 2, character: 10 }, end: { line: 2, character: 11 } });
  });
});
