import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  MarkupContent,
  SymbolInformation,
  TextDocumentEdit,
} from 'vscode-languageserver';
import { LspClient, modernEditor, type StartedClient } from '../support/lsp-client.ts';

const root = fileURLToPath(new URL('../../examples/kernel-2.4', import.meta.url));
const confPath = `${root}/etc/modules.conf`;
const confUri = pathToFileURL(confPath).toString();
const depUri = pathToFileURL(`${root}/lib/modules/2.4.20/modules.dep`).toString();
const elsewhere = 'file:///nowhere/etc/modules.conf';

const insertAt = (line: number, character: number, text: string) => ({
  range: { start: { line, character }, end: { line, character } },
  text,
});

/** Where a piece of a text stands. */
function placeOf(text: string, piece: string): { readonly line: number; readonly character: number } {
  const before = text.slice(0, text.indexOf(piece)).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

describe('the server over stdio', () => {
  let client: StartedClient;
  beforeEach(async () => {
    client = await LspClient.start();
  });
  afterEach(async () => {
    if (client.process.exitCode === null) await client.stop();
  });

  it('says who it is, how it counts and what it can do', () => {
    const { capabilities, serverInfo } = client.initialized;
    assert.equal(serverInfo?.name, 'modconf');
    assert.match(serverInfo?.version ?? '', /^\d+\.\d+\.\d+/);
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
    assert.ok(
      capabilities.hoverProvider && capabilities.definitionProvider && capabilities.documentSymbolProvider,
    );
    assert.ok(capabilities.completionProvider && capabilities.codeActionProvider);
  });

  it('says what is wrong in each version', async () => {
    client.open(elsewhere, 'alias mynet eepro100\n');
    assert.deepEqual(await client.diagnostics(elsewhere), []);
    client.change(elsewhere, insertAt(0, 20, ' mii'));
    const [found, ...rest] = await client.diagnostics(elsewhere);
    assert.deepEqual(rest, []);
    assert.equal(found?.code, 'alias-extra-words');
    assert.deepEqual(found?.range, { start: { line: 0, character: 21 }, end: { line: 0, character: 24 } });
    assert.match(found?.codeDescription?.href ?? '', /alias-extra-words\.md$/);
    assert.equal(found?.source, 'modconf');
    assert.equal(found?.severity, 2);
  });

  it('says what depends on the files around, and where else to look', async () => {
    client.open(confUri, readFileSync(confPath, 'utf8'));
    const found = await client.diagnostics(confUri);
    const keep = found.find(({ code }) => code === 'keep-without-effect');
    assert.equal(keep?.relatedInformation?.[0]?.location.uri, confUri);
    assert.deepEqual(keep?.tags, [1]);
    assert.ok(found.some(({ code }) => code === 'path-without-keep'));
  });

  it('takes back what it said of a closed document', async () => {
    client.open(elsewhere, 'alias mynet eepro100 mii\n');
    assert.equal((await client.diagnostics(elsewhere)).length, 1);
    client.close(elsewhere);
    assert.deepEqual(await client.diagnostics(elsewhere), []);
  });

  it('checks two hundred edits typed quickly once, in the last version', async () => {
    client.open(elsewhere, '');
    await client.diagnostics(elsewhere);
    for (let count = 0; count < 200; count++) client.change(elsewhere, insertAt(0, count, 'x'));
    await client.diagnostics(elsewhere);
    assert.equal(client.published.length, 2);
  });

  it('follows many changes in one message, counted in UTF-16', async () => {
    client.open(elsewhere, '# \u{1F427} é\r\nalias a b\r\n');
    client.change(
      elsewhere,
      insertAt(1, 9, ' c'),
      { range: { start: { line: 0, character: 2 }, end: { line: 0, character: 4 } }, text: 'tux' },
      insertAt(0, 99, '!\r\n'),
    );
    const [found] = await client.diagnostics(elsewhere);
    assert.deepEqual(found?.range, { start: { line: 2, character: 10 }, end: { line: 2, character: 11 } });
  });

  it('takes a whole new text', async () => {
    client.open(elsewhere, 'frobnicate\n');
    client.change(elsewhere, { text: 'alias a b c\n' });
    assert.deepEqual(
      (await client.diagnostics(elsewhere)).map(({ code }) => code),
      ['alias-extra-words'],
    );
  });

  it('tells on hover what a name leads to', async () => {
    const text = readFileSync(confPath, 'utf8');
    client.open(confUri, text);
    const { line, character } = placeOf(text, 'eth0 eepro100');
    const { contents, range } = await client.at<Hover>('textDocument/hover', confUri, line, character + 1);
    const { kind, value } = contents as MarkupContent;
    assert.equal(kind, 'markdown');
    assert.match(value, /^\*\*eth0\*\* → `eepro100` → \[kernel\/drivers\/net\/eepro100\.o\]/);
    assert.ok(value.includes(`(<${depUri}#L3>)`), value);
    assert.deepEqual(range, { start: { line, character }, end: { line, character: character + 4 } });
    await client.diagnostics(confUri);
  });

  it('sees open buffers instead of files', async () => {
    client.open(depUri, '/lib/modules/2.4.20/mine.o:\n');
    client.open(confUri, 'alias net mine\n');
    const { contents } = await client.at<Hover>('textDocument/hover', confUri, 0, 7);
    assert.match((contents as MarkupContent).value, /insmod \*\*mine\*\*/);
    client.close(depUri);
    const later = await client.at<Hover>('textDocument/hover', confUri, 0, 7);
    assert.match((later.contents as MarkupContent).value, /Can't locate module/);
    await client.diagnostics(confUri);
  });

  it('leads to where things are made', async () => {
    const text = readFileSync(confPath, 'utf8');
    client.open(confUri, text);
    const { line, character } = placeOf(text, 'eth0 eepro100');
    const links = await client.at<LocationLink[]>('textDocument/definition', confUri, line, character);
    assert.deepEqual(
      links.map(({ targetUri, targetSelectionRange }) => [targetUri, targetSelectionRange.start.line]),
      [[depUri, 2]],
    );
    await client.diagnostics(confUri);
  });

  it('fixes what is wrong', async () => {
    client.open(elsewhere, 'alias mynet eepro100 mii\n');
    const diagnostics = await client.diagnostics(elsewhere);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: elsewhere },
      range: diagnostics[0]!.range,
      context: { diagnostics },
    });
    const [fix] = actions;
    const { textDocument, edits } = fix!.edit!.documentChanges![0] as TextDocumentEdit;
    assert.deepEqual(textDocument, { uri: elsewhere, version: 1 });
    client.change(
      elsewhere,
      ...edits.map((edit) => ({ range: edit.range, text: 'newText' in edit ? edit.newText : '' })),
    );
    assert.deepEqual(await client.diagnostics(elsewhere), []);
  });

  it('completes, and explains what it offers when asked', async () => {
    client.open(confUri, 'alias net eep\n');
    const { items } = await client.at<CompletionList>('textDocument/completion', confUri, 0, 13);
    const item = items.find(({ label }) => label === 'eepro100');
    assert.equal(item?.documentation, undefined);
    const resolved = await client.request<CompletionItem>('completionItem/resolve', item);
    assert.match((resolved.documentation as MarkupContent).value, /^\*\*eepro100\*\*/);
    const stranger = { label: 'x', data: { uri: 'file:///other', about: { kind: 'name', name: 'x' } } };
    assert.deepEqual(await client.request('completionItem/resolve', stranger), stranger);
    assert.deepEqual(await client.request('completionItem/resolve', { label: 'y' }), { label: 'y' });
    await client.diagnostics(confUri);
  });

  it('outlines', async () => {
    client.open(elsewhere, 'if -f /x\nalias a b\nendif\n');
    const [symbol] = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: elsewhere },
    });
    assert.equal(symbol?.children?.[0]?.name, 'a');
    await client.diagnostics(elsewhere);
  });

  it('knows documents that are no files, by the language that the user has chosen or the first line', async () => {
    client.open('untitled:Untitled-1', 'alias a b c\n', 'modules.conf');
    assert.equal((await client.diagnostics('untitled:Untitled-1'))[0]?.code, 'alias-extra-words');
    client.open('untitled:Untitled-2', '# modconf: language=modules.conf\nalias a b c\n');
    assert.equal((await client.diagnostics('untitled:Untitled-2'))[0]?.code, 'alias-extra-words');
    const hover = await client.at<Hover>('textDocument/hover', 'untitled:Untitled-1', 0, 7);
    assert.match((hover.contents as MarkupContent).value, /^\*\*a\*\*/);
  });

  it('keeps silent about documents of other languages, until their first line says otherwise', async () => {
    const uri = 'file:///nowhere/notes.txt';
    client.open(uri, 'alias a b c\n');
    client.change(uri, insertAt(0, 0, '# \n'));
    assert.equal(await client.at('textDocument/hover', uri, 1, 1), null);
    client.open(elsewhere, '');
    await client.diagnostics(elsewhere);
    assert.deepEqual(
      client.published.map((params) => params.uri),
      [elsewhere],
    );
    client.change(uri, insertAt(0, 0, '# modconf: language=modules.conf\n'));
    assert.equal((await client.diagnostics(uri))[0]?.code, 'alias-extra-words');
    client.change(uri, {
      range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
      text: '',
    });
    assert.deepEqual(await client.diagnostics(uri), []);
  });

  it('answers null about documents that are not open, whatever their URI', async () => {
    for (const uri of [
      elsewhere,
      'untitled:x',
      'git:/a?b',
      'not a uri',
      '',
      '%%%',
      'file://host/etc/modules.conf',
    ]) {
      assert.equal(await client.at('textDocument/hover', uri, 0, 0), null, uri);
      assert.equal(await client.request('textDocument/documentSymbol', { textDocument: { uri } }), null, uri);
    }
    client.change('file:///never/opened', insertAt(0, 0, 'x'));
    client.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: 'file:///never/opened' },
    });
    await client.request('textDocument/documentSymbol', { textDocument: { uri: elsewhere } });
  });

  it('stays in step with places outside the text', async () => {
    client.open(elsewhere, 'alias a b\n');
    await client.diagnostics(elsewhere);
    assert.equal(await client.at('textDocument/hover', elsewhere, 999, 999), null);
    client.change(elsewhere, insertAt(999, 999, 'alias c d e'));
    assert.deepEqual(
      (await client.diagnostics(elsewhere)).map(({ range }) => range.start),
      [{ line: 1, character: 10 }],
    );
  });

  it('opens and closes documents again and again', async () => {
    for (let count = 0; count < 200; count++) {
      client.open(elsewhere, 'alias a b c\n');
      client.close(elsewhere);
    }
    client.open(elsewhere, 'alias a b c\n');
    assert.equal((await client.diagnostics(elsewhere)).length, 1);
  });
});

describe('the server with an old editor', () => {
  it('sends plain text, flat outlines and locations, and offers no actions', async () => {
    const client = await LspClient.start({ textDocument: { hover: { contentFormat: ['plaintext'] } } });
    assert.equal(client.initialized.capabilities.codeActionProvider, undefined);
    client.open(confUri, 'alias my_net eepro100\n');
    const { contents } = await client.at<Hover>('textDocument/hover', confUri, 0, 8);
    const { kind, value } = contents as MarkupContent;
    assert.equal(kind, 'plaintext');
    assert.match(value, /^my_net → eepro100 → kernel\/drivers\/net\/eepro100\.o · kernel 2\.4\.20\n/);
    assert.doesNotMatch(value, /[*`\\<>[\]]/);
    const [symbol] = await client.request<SymbolInformation[]>('textDocument/documentSymbol', {
      textDocument: { uri: confUri },
    });
    assert.equal(symbol?.location.uri, confUri);
    const [location] = await client.at<Location[]>('textDocument/definition', confUri, 0, 8);
    assert.deepEqual([location?.uri, location?.range.start.line], [depUri, 2]);
    const { items } = await client.at<CompletionList>('textDocument/completion', confUri, 1, 0);
    assert.ok(items.every(({ insertTextFormat }) => insertTextFormat === undefined));
    await client.diagnostics(confUri);
    await client.stop();
  });
});

describe('the life of the server', () => {
  it('begins with initialize and ends with shutdown', async () => {
    const client = LspClient.spawn();
    const hover = () => client.at('textDocument/hover', elsewhere, 0, 0);
    await assert.rejects(hover, { code: -32002 });
    await client.request('initialize', { processId: null, rootUri: null, capabilities: modernEditor });
    assert.equal(await hover(), null);
    await client.request('shutdown');
    await assert.rejects(hover, { code: -32600 });
    client.notify('exit');
    assert.equal(await client.exit(), 0);
  });

  it('ends with status 1 without shutdown', async () => {
    const client = await LspClient.start();
    client.notify('exit');
    assert.equal(await client.exit(), 1);
  });

  it('ends when its input does', async () => {
    const client = await LspClient.start();
    client.process.stdin.end();
    assert.equal(await client.exit(), 1);
  });

  it('ends when the editor is gone', async () => {
    const editor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const client = await LspClient.start(modernEditor, { processId: editor.pid });
    editor.kill();
    await once(editor, 'exit');
    assert.equal(await client.exit(), 1);
  });

  it('survives what is no message', async () => {
    const client = await LspClient.start();
    const raw = (text: string) => client.process.stdin.write(text);
    const framed = (text: string) => raw(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    framed('{not json');
    framed('5');
    framed('null');
    framed('[]');
    framed('{"jsonrpc":"2.0","method":"$/cancelRequest"}');
    framed('{"jsonrpc":"2.0","method":"textDocument/didChange","params":{}}');
    framed('{"jsonrpc":"2.0","method":"textDocument/didOpen","params":[]}');
    framed('{"jsonrpc":"2.0","method":"no/such/notification"}');
    raw('garbage\r\n\r\nContent-Type: x\r\n\r\nContent-Length: many\r\n\r\n');
    raw('garbage\r\n\r\n');
    await assert.rejects(() => client.request('no/such/request'), { code: -32601 });
    await assert.rejects(() => client.request('textDocument/hover', {}), { code: -32602 });
    await assert.rejects(() => client.request('textDocument/hover', { textDocument: 5 }), { code: -32602 });
    client.open(elsewhere, 'alias a b c\n');
    assert.equal((await client.diagnostics(elsewhere)).length, 1);
    // It says in its log what it could not read.
    for (let count = 0; count < 7; count++) client.expectSurprise('window/logMessage');
    await client.stop();
  });
});
