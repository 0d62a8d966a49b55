import { generationOf } from '../syntax/modules-dep/tree.ts';
import { decode } from '../text/encoding.ts';
import { modulesDirectory } from '../tree/kernel-versions.ts';
import type { Project } from '../workspace/project.ts';

/** The two families of loaders: modutils for kernels up to 2.4, kmod for those of today. */
export type Loader = 'modutils' | 'kmod';

/**
 * Chooses the loader that a machine would run when nothing says it: the one that reads its modules.dep; without one that says it, the
 * loader that serves the kernel version; where that is no help either, modutils only if its own configuration is there.
 *
 * @param dependencies the text of a modules.dep that is read instead of the machine's own
 */
export function loaderOf({ files, kernel }: Project, dependencies?: string): Loader {
  const listed = firstTarget(dependencies ?? textOf(files, `${modulesDirectory}/${kernel}/modules.dep`));
  const generation = generationOf(listed);
  if (generation !== undefined) return generation === '2.4' ? 'modutils' : 'kmod';
  if (/^2\.[0-4](\.|$)/.test(kernel)) return 'modutils';
  const has = (path: string) => files.stat(path) !== undefined;
  return has('/etc/modules.conf') && !has('/etc/modprobe.d') ? 'modutils' : 'kmod';
}

function textOf(files: Project['files'], path: string): string {
  try {
    return decode(files.read(path));
  } catch {
    return ''; // no such tree, or only its .bin files
  }
}

/** @returns the first word of a modules.dep, without its colon; empty if there is none. */
function firstTarget(text: string): string {
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end === -1 ? text.length : end).trim();
    if (line !== '' && !line.startsWith('#')) return line.slice(0, Math.max(0, line.indexOf(':')));
    at = end === -1 ? text.length : end + 1;
  }
  return '';
}
