import type { Host } from '../../server/src/cli/host.ts';
import type { Status } from '../../server/src/cli/status.ts';
import type { FileSystem } from '../../server/src/files/file-system.ts';

export interface StubMachine {
  readonly files: Readonly<Record<string, string>>;
  /** Files and directories that may not be read. */
  readonly locked?: readonly string[];
  /** The columns of the terminal that stdout is. */
  readonly terminalWidth?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface StubResult {
  readonly status: Status;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process, on a machine of strings whose current directory is /here. */
export async function runOn(machine: StubMachine, ...argv: string[]): Promise<StubResult> {
  // Commands are loaded by import(), which makes modules of its own where mocha has loaded the test by require().
  const { run } = await import('../../server/src/cli/run.ts');
  const files = await fileSystemOf(machine);
  const out: string[] = [];
  const err: string[] = [];
  const host: Host = {
    out: { write: (text) => out.push(text) },
    err: { write: (text) => err.push(text) },
    directory: '/here',
    environment: machine.environment ?? {},
    runningKernel: '2.4.20',
    terminalWidth: () => machine.terminalWidth,
    filesBelow: () => files,
    firstBytes: (path, length) => files.read(path).subarray(0, length),
    standardInput: async () => new Uint8Array(),
  };
  const status = await run(argv, host);
  return { status, out: out.join(''), err: err.join('') };
}

async function fileSystemOf({ files, locked = [] }: StubMachine): Promise<FileSystem> {
  const { FileError } = await import('../../server/src/files/file-system.ts');
  const { MemoryFileSystem } = await import('../../server/src/files/memory-file-system.ts');
  const base = new MemoryFileSystem(files);
  const guard = (path: string) => {
    if (locked.includes(path)) throw new FileError('permission', path);
  };
  return {
    read: (path, limit) => {
      guard(path);
      return base.read(path, limit);
    },
    list: (path) => {
      guard(path);
      return base.list(path);
    },
    stat: (path) => base.stat(path),
    realPath: (path) => base.realPath(path),
  };
}
