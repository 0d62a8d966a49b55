import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { AtomicFile } from '../atomic-file.ts';

/**
 * Puts new bytes in a file's place, all at once, with its mode and owner.
 *
 * @param place absolute, no link
 * @param before what the file held when it was read
 * @returns false when it holds something else by now: it is left alone then
 * @throws the system's error; the file is unchanged then
 */
export function writeFixed(place: string, before: Uint8Array, after: Uint8Array): boolean {
  // A folder that may be written would let a file be replaced that may not.
  accessSync(place, constants.W_OK);
  const { mode, uid, gid } = statSync(place);
  const file = new AtomicFile(place, { mode: mode & 0o7777, owner: { user: uid, group: gid } });
  file.write(after);
  return file.commit(() => Buffer.compare(readFileSync(place), before) === 0);
}
