import { realpathSync } from 'node:fs';
import type { Host } from '../host.ts';
import { BaseFileSystem } from './base-file-system.ts';
import type { ChangesSince } from './revision.ts';
import { runGit } from './run-git.ts';

/** @returns the host as it was in a revision: its files read as they were there. */
export function baseHost(host: Host, { top, before }: ChangesSince): Host {
  const objects = new Map<string, Uint8Array>();
  const readObject = (object: string): Uint8Array => {
    const bytes = objects.get(object) ?? runGit(top, ['cat-file', 'blob', object]);
    objects.set(object, bytes);
    return bytes;
  };
  return {
    ...host,
    filesBelow: (root) => new BaseFileSystem(host.filesBelow(root), realOf(root), before, readObject),
  };
}

function realOf(root: string): string {
  try {
    return realpathSync(root);
  } catch {
    return root;
  }
}
