import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fnmatch } from '../../server/src/files/fnmatch.ts';
import { modprobeD } from '../../server/src/syntax/modprobe-d/language.ts';
import { decode } from '../../server/src/text/encoding.ts';
import { SourceDocument } from '../../server/src/text/source-document.ts';
import { AliasIndex } from '../../server/src/tree/alias-index.ts';
import { openModuleTree } from '../../server/src/tree/open-module-tree.ts';
import { DiskFileSystem } from '../../server/src/workspace/disk-file-system.ts';
import { corpusDirectory } from '../support/corpus.ts';
import { type Figure, figure, median, time } from './figure.ts';

const rounds = 11;
const requestCount = 400;
const indexes = ['modules.dep', 'modules.alias', 'modules.builtin', 'modules.softdep'];

/** A real module tree: its root and kernel version. */
interface Tree {
  readonly files: DiskFileSystem;
  readonly root: string;
  readonly kernel: string;
  readonly directory: string;
}

/** Loading a large module tree and looking aliases up in it; no figures where the recorded trees are missing. */
export function treeFigures(): Figure[] {
  const tree = largestTree();
  if (tree === undefined) return [];
  return [...loadFigures(tree), ...lookupFigures(tree), memoryFigure(tree)];
}

function largestTree(): Tree | undefined {
  const trees = join(corpusDirectory, 'trees');
  if (!existsSync(trees)) return undefined;
  const all = readdirSync(trees).map((kernel): Tree => {
    const root = join(trees, kernel);
    return { files: new DiskFileSystem(root), root, kernel, directory: `/lib/modules/${kernel}` };
  });
  const size = ({ files, directory }: Tree) => files.stat(`${directory}/modules.alias`)?.size ?? 0;
  return all.sort((left, right) => size(right) - size(left))[0];
}

function readText({ files, directory }: Tree, name: string): string {
  return decode(files.read(`${directory}/${name}`));
}

/** Opens a tree and asks each index something, so that it is ready to answer. */
function load(tree: Tree): NonNullable<ReturnType<typeof openModuleTree>> {
  const opened = openModuleTree(tree.files, tree.kernel);
  if (opened === undefined) throw new Error('no tree');
  opened.module('ext4');
  opened.aliases('pci:v0');
  opened.isBuiltin('ext4');
  SourceDocument.parse(readText(tree, 'modules.softdep'), modprobeD);
  return opened;
}

function loadFigures(tree: Tree): Figure[] {
  const splits: number[] = [];
  const loads: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let lines = 0;
    const split = time(() => {
      for (const name of indexes) lines += readText(tree, name).split('\n').length;
    });
    splits.push(split);
    loads.push(time(() => load(tree)));
    if (lines === 0) throw new Error('no lines');
  }
  const how = `medians of ${rounds} rounds in one process: dep, alias, builtin and softdep of ${tree.kernel}`;
  return [
    figure('module tree: load / read and split', median(loads) / median(splits), 'times', how, 6),
    figure(
      'module tree: load / read and split, first round',
      loads[0]! / splits[0]!,
      'times',
      'nothing is compiled yet',
    ),
    figure('module tree: load', median(loads), 'ms', how),
  ];
}

function lookupFigures(tree: Tree): Figure[] {
  const patterns = [...new AliasIndex(readText(tree, 'modules.alias')).all()].map(({ pattern }) => pattern);
  const requests = requestsFor(patterns);
  const few = requests.filter((_, at) => at % 4 === 0);
  const scan = time(() => {
    let found = 0;
    for (const request of few) for (const pattern of patterns) if (fnmatch(pattern, request)) found++;
    if (found < few.length) throw new Error('a request matches nothing');
  });
  const lookups: number[] = [];
  for (let round = 0; round < rounds; round++) {
    // A fresh tree each time: what an index puts off until the first request counts.
    const opened = load(tree);
    const lookup = time(() => {
      for (const request of requests) opened.aliases(request);
    });
    lookups.push(lookup);
  }
  const perScan = scan / few.length;
  const perLookup = median(lookups) / requests.length;
  const how = `${requests.length} requests against ${patterns.length} patterns; the scan with ${few.length} of them`;
  return [
    figure('module tree: alias lookup / scan of all patterns', perLookup / perScan, 'times', how, 1 / 200),
    figure('module tree: alias lookup', perLookup * 1000, 'µs', how),
  ];
}

/** Requests that match, spread over all patterns; every wildcard stands for nothing or for one character. */
function requestsFor(patterns: readonly string[]): string[] {
  return Array.from({ length: requestCount }, (_, index) => {
    const pattern = patterns[Math.floor((index * patterns.length) / requestCount)] ?? '';
    return pattern
      .replaceAll(/\[(.).*?\]/g, '$1')
      .replaceAll('?', '0')
      .replaceAll('*', index % 2 ? '' : '0');
  });
}

/** In a process of its own, where nothing else moves. */
function memoryFigure(tree: Tree): Figure {
  const script = fileURLToPath(new URL('./tree-memory.ts', import.meta.url));
  const args = ['--import', 'tsx', '--expose-gc', script, tree.root, tree.kernel];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const how = 'resident memory of a process before and after loading and some lookups, garbage collected';
  return figure('module tree: memory', Number(stdout) / 2 ** 20, 'MiB', how, 60);
}
