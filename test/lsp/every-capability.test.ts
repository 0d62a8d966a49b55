import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CallHierarchyItem,
  ClientCapabilities,
  CodeLens,
  CompletionList,
  FullDocumentDiagnosticReport,
  SemanticTokens,
} from 'vscode-languageserver';
import { corpusDirectory, describeCorpus } from '../support/corpus.ts';
import { LspClient, modernEditor, type StartedClient } from '../support/lsp-client.ts';
import { assertAnswer } from '../support/protocol-types.ts';

/** An editor that knows everything there is. */
const knowing: ClientCapabilities = {
  ...modernEditor,
  textDocument: {
    ...modernEditor.textDocument,
    diagnostic: {},
    declaration: { linkSupport: true },
    documentHighlight: {},
    rename: { prepareSupport: true },
    foldingRange: {},
    selectionRange: {},
    documentLink: { tooltipSupport: true },
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative'],
    },
    signatureHelp: { signatureInformation: { parameterInformation: { labelOffsetSupport: true } } },
    inlayHint: {},
    codeLens: {},
    callHierarchy: {},
    formatting: {},
    rangeFormatting: {},
    onTypeFormatting: {},
  },
  workspace: { ...modernEditor.workspace, symbol: {}, diagnostics: { refreshSupport: true } },
};

/** Where the real files stand, where they would stand on a machine, and what the editor calls their language. */
const kinds: readonly { readonly corpus: string; readonly place: string; readonly language: string }[] = [
  { corpus: 'modules.conf', place: '/nowhere/etc/', language: 'modules.conf' },
  { corpus: 'modules.dep-24', place: '/nowhere/', language: 'modules.dep' },
  { corpus: 'modprobe.d', place: '/nowhere/etc/modprobe.d/', language: 'modprobe.d' },
  { corpus: 'modules-load.d', place: '/nowhere/etc/modules-load.d/', language: 'modules-load.d' },
];

const options = { tabSize: 4, insertSpaces: true };

describeCorpus('every capability on real files', () => {
  for (const { corpus, place, language } of kinds) {
    it(`answers with what the protocol says: ${corpus}`, async function () {
      this.timeout(120_000);
      const client = await LspClient.start(knowing);
      const directory = join(corpusDirectory, corpus);
      for (const name of readdirSync(directory)) {
        if (name.endsWith('.tsv')) continue;
        const text = readFileSync(join(directory, name), 'latin1');
        const uri = `file://${place}${encodeURIComponent(name)}`;
        client.open(uri, text, language);
        await askAll(client, uri, text);
        client.close(uri);
      }
      assert.deepEqual(client.published, []);
      await client.stop();
    });
  }
});

async function askAll(client: StartedClient, uri: string, text: string): Promise<void> {
  const textDocument = { uri };
  const ask = async <Result>(method: string, params: object): Promise<Result> => {
    const answer = await client.request<Result>(method, params);
    assertAnswer(method, answer);
    return answer;
  };
  const lines = text.split('\n');
  const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
  const report = await ask<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
  const diagnostics = report.items;
  await ask('textDocument/codeAction', { textDocument, range, context: { diagnostics } });
  await ask('textDocument/codeAction', {
    textDocument,
    range,
    context: { diagnostics, only: ['source.fixAll'] },
  });
  const whole = ['documentSymbol', 'documentLink', 'foldingRange'];
  for (const method of whole) await ask(`textDocument/${method}`, { textDocument });
  const tokens = await ask<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
  await ask('textDocument/semanticTokens/full/delta', { textDocument, previousResultId: tokens.resultId });
  await ask('textDocument/semanticTokens/range', { textDocument, range });
  await ask('textDocument/inlayHint', { textDocument, range });
  await ask('textDocument/formatting', { textDocument, options });
  await ask('textDocument/rangeFormatting', { textDocument, range, options });
  const lenses = await ask<CodeLens[]>('textDocument/codeLens', { textDocument });
  for (const lens of lenses.slice(0, 3)) await ask('codeLens/resolve', lens);
  for (const position of placesIn(lines)) await askAt(ask, uri, position);
  await ask('workspace/symbol', { query: 'e' });
}

type Ask = <Result>(method: string, params: object) => Promise<Result>;

const atPlace = ['hover', 'definition', 'declaration', 'documentHighlight', 'signatureHelp'];

async function askAt(ask: Ask, uri: string, position: { line: number; character: number }): Promise<void> {
  const params = { textDocument: { uri }, position };
  for (const method of atPlace) await ask(`textDocument/${method}`, params);
  await ask('textDocument/references', { ...params, context: { includeDeclaration: true } });
  await ask('textDocument/selectionRange', { textDocument: { uri }, positions: [position] });
  await ask('textDocument/onTypeFormatting', { ...params, ch: 'f', options });
  const { items } = await ask<CompletionList>('textDocument/completion', params);
  if (items[0] !== undefined) await ask('completionItem/resolve', items[0]);
  // What cannot be renamed is refused with a reason.
  await ask('textDocument/prepareRename', params).catch((error) => assert.equal(error.code, -32803));
  for (const item of await ask<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', params)) {
    await ask('callHierarchy/incomingCalls', { item });
    await ask('callHierarchy/outgoingCalls', { item });
  }
}

/** A few places in lines that say something, spread over the file. */
function placesIn(lines: readonly string[]): { line: number; character: number }[] {
  const telling = lines.flatMap((text, line) => (text.trim() === '' || text.startsWith('#') ? [] : [line]));
  const chosen = [0, 0.4, 0.9].map((share) => telling[Math.floor(share * telling.length)] ?? 0);
  return [...new Set(chosen)].flatMap((line) => [
    { line, character: 1 },
    { line, character: Math.floor((lines[line] ?? '').length * 0.7) },
  ]);
}
