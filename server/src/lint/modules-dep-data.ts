import { FileError, type FileSystem } from '../files/file-system.ts';
import { BinIndex } from '../tree/bin-index.ts';
import type { ModuleInfo } from '../tree/module-info.ts';
import { addedModules } from './rules/modules-dep/added-modules.ts';
import { absolutePath } from './rules/modules-dep/installed-modules.ts';
import type { DepDocument, ModulesDepData } from './rules/modules-dep/support.ts';

/**
 * @param location where the modules.dep is
 * @param infoAt what a module file says of itself, by its absolute path; undefined for what is not known
 * @returns what the rules of modules.dep are handed
 */
export function modulesDepData(
  location: string,
  files: FileSystem,
  infoAt: (path: string) => ModuleInfo | undefined,
): ModulesDepData {
  const tree = binIndexAt(`${location}.bin`, files);
  return { files, modinfo: infoAt, ...(tree !== undefined && { tree }) };
}

/** By the bytes that they were made from: a file system that keeps them is asked again and again while somebody types. */
const indexes = new WeakMap<Uint8Array, BinIndex | undefined>();

/** More than the index of a kernel with every driver has. */
const maximumIndexSize = 64 * 1024 * 1024;

function binIndexAt(path: string, files: FileSystem): BinIndex | undefined {
  const bytes = bytesAt(path, files);
  if (bytes === undefined) return undefined;
  if (!indexes.has(bytes)) {
    const index = BinIndex.open(bytes);
    indexes.set(bytes, index instanceof BinIndex ? index : undefined);
  }
  return indexes.get(bytes);
}

function bytesAt(path: string, files: FileSystem): Uint8Array | undefined {
  try {
    return files.read(path, maximumIndexSize);
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

const maximumModules = 200;
const maximumModuleBytes = 64 * 1024 * 1024;

/**
 * @returns the absolute paths of the module files that the rules of a modules.dep look into: those of modules that do not come
 *   with the kernel, up to 200 files or 64 MiB
 */
export function modulesToRead(document: DepDocument, location: string, files: FileSystem): string[] {
  const paths: string[] = [];
  let total = 0;
  for (const { tree } of addedModules(document, location).slice(0, maximumModules)) {
    const path = absolutePath(tree.target.text, { location });
    const size = files.stat(path)?.size ?? 0;
    if (total + size > maximumModuleBytes) break;
    total += size;
    if (size > 0) paths.push(path);
  }
  return paths;
}
