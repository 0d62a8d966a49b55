import { resolve } from 'node:path';
import { FileFinder, type Found } from '../find-files.ts';
import type { Host } from '../host.ts';
import { onMachine } from '../projects.ts';
import { configurationFiles } from '../root-files.ts';

/** A file that is to be checked, with the root that it was found in, or why something is not. */
export type Target = Found & {
  /** Absolute; undefined where the root follows from the file's own place. */
  readonly root?: string;
};

export interface TargetOptions {
  /** Files and directories; none means the roots, or what is below the current directory. */
  readonly paths: readonly string[];
  /** The root file systems, as the user named them. */
  readonly roots: readonly string[];
  /** Whether files in directories count whose language is not known. */
  readonly everyFile: boolean;
}

/** Finds what is to be checked, each file once, in the order of the command line and in byte order below directories. */
export function* findTargets(host: Host, { paths, roots, everyFile }: TargetOptions): Generator<Target> {
  const seen = new Set<string>();
  for (const target of allTargets(host, { paths, roots, everyFile })) {
    if (target.kind === 'file') {
      if (seen.has(target.path)) continue;
      seen.add(target.path);
    }
    yield target;
  }
}

function* allTargets(host: Host, { paths, roots, everyFile }: TargetOptions): Generator<Target> {
  if (paths.length === 0 && roots.length > 0) {
    for (const root of roots) yield* targetsOfRoot(host, root);
    return;
  }
  const finder = new FileFinder(host, everyFile);
  const [root] = roots;
  for (const path of paths.length === 0 ? ['.'] : paths) {
    for (const found of finder.find(path))
      yield root === undefined ? found : { ...found, root: resolve(host.directory, root) };
  }
}

function* targetsOfRoot(host: Host, shown: string): Generator<Target> {
  const root = resolve(host.directory, shown);
  const files = host.filesBelow(root);
  if (files.stat('/')?.kind !== 'directory') {
    yield { kind: 'unreadable', shown, reason: 'is not a directory' };
    return;
  }
  for (const inside of configurationFiles(files)) {
    const path = onMachine(root, inside);
    yield { kind: 'file', root, path, shown: shown === '.' ? inside.slice(1) : onMachine(shown, inside) };
  }
}
