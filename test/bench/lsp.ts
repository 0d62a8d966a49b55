import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CompletionList } from 'vscode-languageserver';
import { corpusDirectory } from '../support/corpus.ts';
import { BenchClient, pulling, pushing } from './bench-client.ts';
import { type Figure, figure, quantile } from './figure.ts';
import { modulesConfText } from './modules-conf-text.ts';

const binary = fileURLToPath(new URL('../../server/dist/modconf.js', import.meta.url));
const args = [process.env.MODCONF_COMMAND ?? binary, 'lsp', '--stdio'];
const editCount = 60;
const askCount = 200;

/** Milliseconds, by the length of the document; a short one shows how a server that has just started warms up. */
const editLimits: readonly (readonly [lines: number, limit: number | undefined])[] = [
  [1_000, undefined],
  [10_000, 8],
  [100_000, 30],
];
const askLimit = 5;
const memoryLimit = 150;

/** How fast the server, as a process of its own, answers. */
export async function lspFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [lines, limit] of editLimits) {
    figures.push(await editLatency(lines, limit, 'push'), await editLatency(lines, limit, 'pull'));
  }
  return [...figures, ...(await askFigures()), await openAndCloseFigure()];
}

/** From a change to what is wrong in that version. */
async function editLatency(lines: number, limit: number | undefined, way: 'push' | 'pull'): Promise<Figure> {
  const client = await BenchClient.start(process.execPath, args, way === 'push' ? pushing : pulling);
  try {
    const uri = 'file:///nowhere/etc/modules.conf';
    const text = documentLines(lines);
    const told = (version: number) =>
      way === 'push'
        ? client.published(uri, version)
        : client.request('textDocument/diagnostic', { textDocument: { uri } });
    client.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'modules.conf', version: 1, text: text.join('\n') },
    });
    await told(1);
    const times: number[] = [];
    const random = pseudoRandom(1);
    for (let version = 2; version < editCount + 2; version++) {
      const line = Math.floor(random() * lines);
      const character = Math.floor(random() * (text[line]!.length + 1));
      const start = { line, character };
      text[line] = `${text[line]!.slice(0, character)}x${text[line]!.slice(character)}`;
      const contentChanges = [{ range: { start, end: start }, text: 'x' }];
      times.push(
        await client.time(() => {
          client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
          return told(version);
        }),
      );
    }
    const how = `p95 of ${editCount} edits of one letter, from didChange to the diagnostics of that version (${way}), over stdio; median ${quantile(times, 0.5).toFixed(1)}`;
    return figure(`${way} after an edit, ${lines} lines`, quantile(times, 0.95), 'ms', how, limit);
  } finally {
    await client.stop();
  }
}

/** Hover, definition and completion with the largest recorded tree; none where that is missing. */
async function askFigures(): Promise<Figure[]> {
  const kernel = '6.1.0-56-amd64';
  const root = join(corpusDirectory, 'trees', kernel);
  const depPath = join(root, 'lib/modules', kernel, 'modules.dep');
  if (!existsSync(depPath)) return [];
  const client = await BenchClient.start(process.execPath, args, pushing);
  try {
    const dep = readFileSync(depPath, 'utf8').split('\n');
    const modules = dep.flatMap((line) => /([^/]+)\.ko/.exec(line.split(':')[0]!)?.[1] ?? []);
    const uri = pathToFileURL(join(root, 'etc/modprobe.d/bench.conf')).toString();
    const random = pseudoRandom(2);
    const some = () => modules[Math.floor(random() * modules.length)]!;
    const lines = Array.from({ length: askCount }, () => `options ${some()} debug=1`);
    client.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'modprobe.d', version: 1, text: lines.join('\n') },
    });
    await client.published(uri, 1);
    const ask = async (method: string, character: number, count = askCount) => {
      const times: number[] = [];
      for (let line = 0; line < count; line++) {
        const context = { includeDeclaration: true };
        const params = { textDocument: { uri }, position: { line, character }, context };
        times.push(await client.time(() => client.request<CompletionList>(method, params)));
      }
      const how = `p95 of ${count} requests on a file of ${askCount} lines with a tree of ${modules.length} modules, over stdio; median ${quantile(times, 0.5).toFixed(1)}, first ${times[0]!.toFixed(0)}`;
      return figure(
        `${method.split('/')[1]}, ${modules.length} modules`,
        quantile(times, 0.95),
        'ms',
        how,
        askLimit,
      );
    };
    const figures = [
      await ask('textDocument/hover', 9),
      await ask('textDocument/definition', 9),
      await ask('textDocument/completion', 9),
      await ask('textDocument/references', 9),
    ];
    const how = 'resident memory of the server after these requests';
    return [
      ...figures,
      figure('memory of the server', residentMegabytes(client.process.pid!), 'MB', how, memoryLimit),
    ];
  } finally {
    await client.stop();
  }
}

/** What ten thousand opens and closes leave behind. */
async function openAndCloseFigure(): Promise<Figure> {
  const client = await BenchClient.start(process.execPath, args, pushing);
  try {
    const uri = 'file:///nowhere/etc/modules.conf';
    const text = documentLines(20).join('\n');
    const rounds = async (count: number) => {
      for (let round = 0; round < count; round++) {
        client.notify('textDocument/didOpen', {
          textDocument: { uri, languageId: 'modules.conf', version: round, text },
        });
        if (round % 100 === 99) await client.published(uri, round);
        client.notify('textDocument/didClose', { textDocument: { uri } });
      }
    };
    await rounds(5_000);
    const before = residentMegabytes(client.process.pid!);
    await rounds(10_000);
    const growth = residentMegabytes(client.process.pid!) - before;
    const how = 'growth of the resident memory by 10000 opens and closes, after 5000 that warm up';
    return figure('growth by opens and closes', growth, 'MB', how, 20);
  } finally {
    await client.stop();
  }
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
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
