import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What a new file takes over from the one that it replaces. */
export interface FileIdentity {
  /** Permission bits. */
  readonly mode: number;
  readonly owner?: { readonly user: number; readonly group: number };
}

/**
 * A file that is written beside its place and put there when it is complete: at no moment is a part of it seen, and when the disk is
 * full the old file is still there.
 */
export class AtomicFile {
  readonly #path: string;
  readonly #temporary: string;
  readonly #descriptor: number;
  #open = true;

  /**
   * @param path absolute; no link, which would be replaced by a file
   * @throws the system's error
   */
  constructor(path: string, { mode, owner }: FileIdentity) {
    this.#path = path;
    [this.#temporary, this.#descriptor] = createBeside(path);
    try {
      if (owner !== undefined) fchownSync(this.#descriptor, owner.user, owner.group);
      fchmodSync(this.#descriptor, mode);
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  /** @throws the system's error; what was written before is discarded then. */
  write(bytes: Uint8Array): void {
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor, bytes, at);
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  /**
   * Puts the file in its place.
   *
   * @param isStillWanted asked at the last moment
   * @returns whether it was
   * @throws the system's error; the old file is unchanged then
   */
  commit(isStillWanted: () => boolean = () => true): boolean {
    try {
      fsyncSync(this.#descriptor);
      const wanted = isStillWanted();
      if (wanted) {
        this.#close();
        renameSync(this.#temporary, this.#path);
      } else this.discard();
      return wanted;
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  /** Removes what was written. */
  discard(): void {
    this.#close();
    try {
      unlinkSync(this.#temporary);
    } catch {
      // somebody has tidied up already
    }
  }

  #close(): void {
    if (this.#open) closeSync(this.#descriptor);
    this.#open = false;
  }
}

/** A name that is no configuration file for any loader. */
function createBeside(path: string): [string, number] {
  for (let attempt = 0; ; attempt++) {
    const temporary = join(dirname(path), `.${basename(path)}.${process.pid}-${attempt}.tmp`);
    try {
      return [temporary, openSync(temporary, 'wx', 0o600)];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 100) throw error;
    }
  }
}
