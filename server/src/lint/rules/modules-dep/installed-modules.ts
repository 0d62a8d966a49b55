import type { FileSystem } from '../../../files/file-system.ts';
import { directoryName, joinPath } from '../../../files/paths.ts';
import type { Generation } from '../../../syntax/modules-dep/tree.ts';
import { type DepDocument, entriesOf } from './support.ts';

/** What a rule knows about the tree that a modules.dep lists. */
export interface TreeContext {
  /** The absolute path of modules.dep. */
  readonly location: string;
  readonly document: DepDocument;
  readonly files: FileSystem;
}

/** More than any tree has. */
const maximumFiles = 100_000;
const maximumDepth = 32;

/** The kernel's sources, which depmod does not look into. */
const passedOver = new Set(['build', 'source']);

const suffixes: Readonly<Record<Generation, readonly string[]>> = {
  '2.4': ['.o', '.o.gz', '.mod'],
  '2.6': ['.ko', '.ko.gz', '.ko.xz', '.ko.zst'],
};

const found = new WeakMap<TreeContext, ReadonlySet<string>>();

/**
 * @returns the absolute paths of the module files in the tree of a modules.dep, of the generation that it lists; looked up
 * once for all rules of one run. Empty for indexes that are shipped without modules.
 */
export function installedModules(context: TreeContext): ReadonlySet<string> {
  let files = found.get(context);
  if (files === undefined) {
    files = new Set(walk(context));
    found.set(context, files);
  }
  return files;
}

/** @returns the path of a listed module file, relative ones taken from the tree's directory. */
export function absolutePath(listed: string, { location }: Pick<TreeContext, 'location'>): string {
  return listed.startsWith('/') ? listed : joinPath(directoryName(location), listed);
}

function walk({ location, document, files }: TreeContext): string[] {
  const generation = entriesOf(document).find(({ tree }) => tree.generation !== undefined)?.tree.generation;
  if (generation === undefined) return [];
  const endings = suffixes[generation];
  const modules: string[] = [];
  const directories = [{ path: directoryName(location), depth: 0 }];
  for (let directory = directories.pop(); directory !== undefined; directory = directories.pop()) {
    for (const { name, kind } of listOf(directory.path, files)) {
      const path = joinPath(directory.path, name);
      if (kind === 'directory' && !passedOver.has(name) && directory.depth < maximumDepth) {
        directories.push({ path, depth: directory.depth + 1 });
      } else if (kind !== 'directory' && endings.some((ending) => name.endsWith(ending))) {
        modules.push(path);
      }
      if (modules.length + directories.length > maximumFiles) return [];
    }
  }
  return modules;
}

function listOf(path: string, files: FileSystem) {
  try {
    return files.list(path);
  } catch {
    return []; // what cannot be read is not there for depmod either
  }
}
