// Prints how many bytes of resident memory a loaded module tree takes: ROOT KERNEL.
import { openModuleTree } from '../../server/src/tree/open-module-tree.ts';
import { DiskFileSystem } from '../../server/src/workspace/disk-file-system.ts';

const [root = '/', kernel = ''] = process.argv.slice(2);

function resident(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss();
}

const before = resident();
const tree = openModuleTree(new DiskFileSystem(root), kernel);
if (tree === undefined) throw new Error(`no tree ${kernel} in ${root}`);
tree.isBuiltin('ext4');
for (const { name } of tree.modules()) {
  tree.aliases(name);
  tree.symbols(`symbol:${name}`);
}
console.log(resident() - before);
// Still in use: what was measured must not be collected before.
tree.module('ext4');
