import type { FileStat, FileSystem } from '../files/file-system.ts';
import { normalizePath } from '../files/paths.ts';

/** A file that stands in for another one. */
export interface StandIn {
  readonly bytes: Uint8Array;
  /** When it was last changed, in milliseconds since 1970. */
  readonly modified: number;
}

/** @returns a file system with one file more, or with another one in its place. */
export function withFile(base: FileSystem, path: string, { bytes, modified }: StandIn): FileSystem {
  const isIt = (other: string) => normalizePath(other) === path;
  const stat: FileStat = { kind: 'file', size: bytes.length, modified, mode: 0o644 };
  return {
    read: (other, limit) => (isIt(other) ? bytes : base.read(other, limit)),
    stat: (other) => (isIt(other) ? stat : base.stat(other)),
    list: (directory) => base.list(directory),
    realPath: (other) => (isIt(other) ? path : base.realPath(other)),
  };
}
