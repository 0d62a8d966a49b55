import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { release } from 'node:os';
import type { FileSystem } from '../files/file-system.ts';
import { DiskFileSystem } from '../workspace/disk-file-system.ts';
import { DescriptorOutput, type Output } from './output.ts';

/** What commands may use of the machine and of the process that they run in. */
export interface Host {
  readonly out: Output;
  readonly err: Output;
  /** The current directory, absolute. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The version of the running kernel. */
  readonly runningKernel: string;
  /** The columns of the terminal that `out` is; undefined when it is none. */
  readonly terminalWidth: () => number | undefined;
  /** The files below a directory of this machine; `/` for all. */
  readonly filesBelow: (root: string) => FileSystem;
  /** @returns the first bytes of a regular file, at most `length`; none when it cannot be read. */
  readonly firstBytes: (path: string, length: number) => Uint8Array;
  /** @returns all of standard input, or its first `limit` bytes. */
  readonly standardInput: (limit: number) => Promise<Uint8Array>;
}

/** @returns this process and its machine. */
export function processHost(): Host {
  return {
    out: new DescriptorOutput(1),
    err: new DescriptorOutput(2),
    directory: process.cwd(),
    environment: process.env,
    runningKernel: release(),
    terminalWidth,
    filesBelow: (root) => new DiskFileSystem(root),
    firstBytes,
    standardInput,
  };
}

function terminalWidth(): number | undefined {
  return mayBeTerminal() && process.stdout.isTTY ? process.stdout.columns || 80 : undefined;
}

/** Whether it is worth asking `process.stdout`, which takes a while to make. */
function mayBeTerminal(): boolean {
  try {
    const stat = fstatSync(1);
    return stat.isCharacterDevice() && stat.rdev !== statSync('/dev/null').rdev;
  } catch {
    return false; // stdout is closed
  }
}

function firstBytes(path: string, length: number): Uint8Array {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r');
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, length, 0));
  } catch {
    return new Uint8Array(); // whoever reads the whole file hears why
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

async function standardInput(limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= limit) break;
  }
  return Buffer.concat(chunks).subarray(0, limit);
}
