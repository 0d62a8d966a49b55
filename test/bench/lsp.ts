import { fileURLToPath } from 'node:url';
import { BenchClient } from './bench-client.ts';
import { type Figure, figure, quantile } from './figure.ts';
import { modulesConfText } from './modules-conf-text.ts';

const binary = fileURLToPath(new URL('../../server/dist/modconf.js', import.meta.url));
const editCount = 60;

/** Milliseconds, by the length of the document; a short one shows how a server that has just started warms up. */
const limits: readonly (readonly [lines: number, limit: number | undefined])[] = [
  [1_000, undefined],
  [10_000, 8],
  [100_000, 30],
];

/** How long the server, as a process of its own, takes from a change to the diagnostics of that version. */
export async function lspFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [lines, limit] of limits) figures.push(await editLatency(lines, limit));
  return figures;
}

async function editLatency(lines: number, limit: number | undefined): Promise<Figure> {
  const client = await BenchClient.start(process.execPath, [binary, 'lsp', '--stdio']);
  try {
    const uri = 'file:///nowhere/etc/modules.conf';
    const text = documentLines(lines);
    client.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'modules.conf', version: 1, text: text.join('\n') },
    });
    await client.published(uri, 1);
    const times: number[] = [];
    const random = pseudoRandom(1);
    for (let version = 2; version < editCount + 2; version++) {
      const line = Math.floor(random() * lines);
      const character = Math.floor(random() * (text[line]!.length + 1));
      const start = { line, character };
      text[line] = `${text[line]!.slice(0, character)}x${text[line]!.slice(character)}`;
      const begin = performance.now();
      client.notify('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start, end: start }, text: 'x' }],
      });
      await client.published(uri, version);
      times.push(performance.now() - begin);
    }
    const how = `p95 of ${editCount} edits of one letter, from didChange to publishDiagnostics, over stdio; median ${quantile(times, 0.5).toFixed(1)}`;
    return figure(`diagnostics after an edit, ${lines} lines`, quantile(times, 0.95), 'ms', how, limit);
  } finally {
    await client.stop();
  }
}

/** Every `if` is closed: at one that is not modutils stops reading, and there is little to do. */
function documentLines(count: number): string[] {
  const lines = modulesConfText(count).split('\n');
  return lines.map((line, index) => (lines[index - 1]?.startsWith('if ') ? 'endif' : line));
}

/** The same numbers in every run (mulberry32). */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
