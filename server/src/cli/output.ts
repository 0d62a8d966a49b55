import { writeSync } from 'node:fs';
import { encode } from '../text/encoding.ts';
import { systemReason } from './system-error.ts';

/** Where a command writes to. Bytes that {@link decode} could not read as UTF-8 come out as they were. */
export interface Output {
  write(text: string): void;
}

/** What a command prints could not be written: the disk is full, say. The message is for people. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/** At most this many bytes are handed over at once: a reader that is slow then gets a steady stream. */
const chunkSize = 1 << 16;

/** How long to wait for a reader that is not ready, in milliseconds. */
const pause = 5;

/**
 * One of the process's own streams, written at once: nothing is pending when the process ends. (`process.stdout` would also
 * cost a command on one small file a twentieth of its time.) When the reader has gone away, as `head` does, the rest is dropped
 * without a word.
 */
export class DescriptorOutput implements Output {
  readonly #descriptor: number;
  #open = true;

  /** @param descriptor a file descriptor: 1 or 2. */
  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  write(text: string): void {
    const bytes = encode(text);
    for (let at = 0; this.#open && at < bytes.length; ) at += this.#writeSome(bytes, at);
  }

  /** @returns how many bytes were taken. */
  #writeSome(bytes: Uint8Array, at: number): number {
    try {
      return writeSync(this.#descriptor, bytes, at, Math.min(chunkSize, bytes.length - at));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') {
        // The other end made the pipe non-blocking and has not read yet.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
        return 0;
      }
      this.#open = false;
      if (code !== 'EPIPE') throw new OutputError(systemReason(error as NodeJS.ErrnoException));
      return 0;
    }
  }
}
