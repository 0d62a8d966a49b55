import { resolve } from 'node:path';
import type { Host } from './host.ts';
import type { StandIn } from './overlay.ts';

/** A modules.dep that the user named, in place of the module tree's. */
export interface NamedDependencies extends StandIn {
  readonly shown: string;
}

/** @throws FileError */
export function readNamedDependencies(shown: string, host: Host): NamedDependencies {
  const files = host.filesBelow('/');
  const path = resolve(host.directory, shown);
  return { shown, bytes: files.read(path), modified: files.stat(path)?.modified ?? 0 };
}
