import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The built command: tests run what users run. */
export const commandPath = fileURLToPath(new URL('../../server/dist/modconf.js', import.meta.url));

export interface CommandResult {
  readonly status: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
  /** Milliseconds, the start of the process included. */
  readonly took: number;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Longer than any command may take; one that hangs fails its test. */
const timeout = 60_000;

/** Runs the built command as a process of its own. */
export function runCommand(args: readonly string[], options: CommandOptions = {}): CommandResult {
  assert.ok(existsSync(commandPath), 'the command is not built: node scripts/build.mjs');
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [commandPath, ...args], {
    cwd: options.cwd,
    input: options.input ?? '',
    env: { PATH: process.env.PATH, ...options.environment },
    timeout,
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  return { status, stdout, stderr: stderr.toString(), took: performance.now() - start };
}
