import type { FileSystem } from '../files/file-system.ts';
import { normalizePath } from '../files/paths.ts';

/** @returns a file system with one file more, or with other bytes in it. */
export function withFile(base: FileSystem, path: string, bytes: Uint8Array): FileSystem {
  const isIt = (other: string) => normalizePath(other) === path;
  return {
    read: (other, limit) => (isIt(other) ? bytes : base.read(other, limit)),
    stat: (other) =>
      isIt(other) ? { kind: 'file', size: bytes.length, modified: 0, mode: 0o644 } : base.stat(other),
    list: (directory) => base.list(directory),
    realPath: (other) => (isIt(other) ? path : base.realPath(other)),
  };
}
