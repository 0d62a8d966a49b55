import { closeSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { decode } from '../../text/encoding.ts';
import type { Arguments } from '../arguments.ts';
import { commandNamed } from '../command-table.ts';
import type { Host } from '../host.ts';
import { JsonLinesError, JsonLinesReader } from '../report/read-json-lines.ts';
import { openResults } from '../results/open-results.ts';
import type { Results } from '../results/results.ts';
import { Status } from '../status.ts';
import { isSystemError, systemReason } from '../system-error.ts';

/** `modconf merge`: prints what several checks have found as if one had. */
export async function run(args: Arguments, host: Host): Promise<Status> {
  const results = await openResults(args, host, commandNamed('merge'));
  if (results === undefined) return Status.failure;
  try {
    for (const shown of args.operands) merge(shown, host, results);
    return results.end();
  } finally {
    results.abandon();
  }
}

function merge(shown: string, host: Host, results: Results): void {
  const reader = new JsonLinesReader();
  try {
    for (const line of linesOf(shown === '-' ? 0 : resolve(host.directory, shown))) {
      for (const event of reader.read(line)) {
        if (event.kind === 'file') results.file(event.report);
        else if (event.kind === 'problem') results.problem(event.problem, Status.failure);
        else if (event.status > Status.findings) results.raise(event.status);
      }
    }
    reader.end();
  } catch (error) {
    if (error instanceof JsonLinesError)
      results.problem({ path: shown, message: error.message }, Status.failure);
    else if (isSystemError(error))
      results.problem({ path: shown, message: systemReason(error) }, Status.failure);
    else throw error;
  }
}

const chunkSize = 1 << 20;

/** Reads a file line by line: results of a fleet need not fit into memory. @throws the system's error */
function* linesOf(file: string | number): Generator<string> {
  const descriptor = typeof file === 'number' ? file : openSync(file, 'r');
  try {
    let rest: Uint8Array = new Uint8Array();
    for (;;) {
      const chunk = new Uint8Array(chunkSize);
      const length = readChunk(descriptor, chunk);
      if (length === 0) break;
      const bytes = Buffer.concat([rest, chunk.subarray(0, length)]);
      let start = 0;
      for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, start)) {
        yield decode(bytes.subarray(start, end));
        start = end + 1;
      }
      rest = bytes.subarray(start);
    }
    if (rest.length > 0) yield decode(rest);
  } finally {
    if (typeof file === 'string') closeSync(descriptor);
  }
}

/** @returns how many bytes there were; 0 at the end */
function readChunk(descriptor: number, chunk: Uint8Array): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      // Whoever writes into the pipe has made it non-blocking and has not written yet.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
