import { baseName } from '../../../files/paths.ts';
import type { SoftdepEntry } from '../../../loaders/kmod/configuration.ts';
import { modulesDirectory } from '../../../tree/kernel-versions.ts';

/** @returns whether a softdep is one of those that depmod found in the modules themselves. */
export function isOfTree({ origin }: SoftdepEntry): boolean {
  return origin.kind === 'file' && isGenerated(origin.file.path);
}

/** @returns whether a file is modules.softdep or modules.weakdep of a module tree, which depmod writes. */
export function isGenerated(path: string): boolean {
  return path.includes(`${modulesDirectory}/`) && /^modules\.(soft|weak)dep$/.test(baseName(path));
}

/** @returns whether two softdeps ask for the same modules in the same order. */
export function sameLists(left: SoftdepEntry, right: SoftdepEntry): boolean {
  return sameNames(left.pre, right.pre) && sameNames(left.post, right.post);
}

function sameNames(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((name, index) => name === right[index]);
}
