import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { encode } from '../../text/encoding.ts';
import { AtomicFile } from '../atomic-file.ts';

/** A file that a report goes to. It is there when the report is complete. */
export interface FileOutput {
  write(text: string): void;
  /** @throws the system's error, as the others do */
  close(): void;
  /** Leaves nothing behind. */
  discard(): void;
}

/**
 * @param path absolute
 * @throws the system's error
 */
export function openFileOutput(path: string): FileOutput {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat !== undefined && !stat.isFile()) return openDevice(path);
  const file = new AtomicFile(path, {
    mode: stat === undefined ? 0o666 & ~process.umask() : stat.mode & 0o7777,
  });
  return {
    write: (text) => file.write(encode(text)),
    close: () => void file.commit(),
    discard: () => file.discard(),
  };
}

/** A pipe or `/dev/stderr` cannot be replaced, only written to. */
function openDevice(path: string): FileOutput {
  const descriptor = openSync(path, 'w');
  return {
    write: (text) => {
      const bytes = encode(text);
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    },
    close: () => closeSync(descriptor),
    discard: () => closeSync(descriptor),
  };
}
