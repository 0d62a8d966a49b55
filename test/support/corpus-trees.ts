import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryFileSystem } from '../../server/src/files/memory-file-system.ts';
import type { KmodConfiguration } from '../../server/src/loaders/kmod/configuration.ts';
import { readKmodConfiguration } from '../../server/src/loaders/kmod/read-configuration.ts';
import type { ModuleTree } from '../../server/src/tree/module-tree.ts';
import { openModuleTree } from '../../server/src/tree/open-module-tree.ts';
import { DiskFileSystem } from '../../server/src/workspace/disk-file-system.ts';
import { corpusDirectory, hasCorpus } from './corpus.ts';

const directory = join(corpusDirectory, 'trees');

/** The kernels of the corpus whose module trees are there. */
export const corpusKernels: readonly string[] = hasCorpus ? readdirSync(directory) : [];

/** The one whose tree the generated configurations were run on. */
export const cloudKernel = corpusKernels.find((kernel) => kernel.includes('cloud')) ?? '';

const trees = new Map<string, ModuleTree>();

/** @returns the module tree of a kernel of the corpus, opened once. */
export function corpusTree(kernel: string): ModuleTree {
  let tree = trees.get(kernel);
  if (tree === undefined) {
    tree = openModuleTree(new DiskFileSystem(join(directory, kernel)), kernel);
    assert.ok(tree);
    trees.set(kernel, tree);
  }
  return tree;
}

/** Where {@link configurationOnTree} puts the files. */
export const configurationPlace = '/etc/modprobe.d';

/** @returns kmod's configuration of these files, by base name, and the softdeps of a tree of the corpus. */
export function configurationOnTree(
  kernel: string,
  given: Readonly<Record<string, string>>,
): KmodConfiguration {
  const moduleDirectory = `/lib/modules/${kernel}`;
  const files = new MemoryFileSystem({});
  for (const name of ['modules.softdep', 'modules.weakdep']) {
    const path = join(directory, kernel, moduleDirectory, name);
    if (existsSync(path)) files.write(`${moduleDirectory}/${name}`, readFileSync(path));
  }
  for (const [name, content] of Object.entries(given)) files.write(`${configurationPlace}/${name}`, content);
  return readKmodConfiguration({ files, moduleDirectory });
}
