import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Installation } from './installation.ts';

/** What keeps VS Code quiet and the same from run to run. */
const calmSettings = {
  'chat.disableAIFeatures': true,
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** A running VS Code with the packaged extension and a profile of its own. */
export class Editor {
  readonly port: number;
  readonly #process: ChildProcess;
  readonly #home: string;

  private constructor(port: number, process: ChildProcess, home: string) {
    this.port = port;
    this.#process = process;
    this.#home = home;
  }

  /**
   * Installs the extension into a fresh profile and starts VS Code.
   *
   * @param extension the .vsix
   */
  static async start(installation: Installation, extension: string): Promise<Editor> {
    const home = mkdtempSync(join(tmpdir(), 'modconf-vscode-'));
    const data = join(home, 'data');
    const extensions = join(home, 'extensions');
    for (const directory of [join(data, 'User'), extensions, join(home, 'run')])
      mkdirSync(directory, { recursive: true, mode: 0o700 });
    writeFileSync(join(data, 'User/settings.json'), JSON.stringify(calmSettings));
    const { PATH = '' } = process.env;
    const env = { PATH, HOME: home, TMPDIR: home, XDG_RUNTIME_DIR: join(home, 'run') };
    const common = [
      installation.server,
      '--accept-server-license-terms',
      ...['--user-data-dir', data, '--extensions-dir', extensions],
    ];
    execFileSync(installation.node, [...common, '--install-extension', extension], { env, stdio: 'pipe' });
    const port = await freePort();
    const flags = [
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
      ...['--telemetry-level', 'off', '--disable-telemetry', '--disable-update-check'],
      ...['--enable-smoke-test-driver', '--disable-workspace-trust', '--disable-getting-started-override'],
    ];
    // A group of its own, so that its extension hosts can be ended with it.
    const server = spawn(installation.node, [...common, ...flags], { env, detached: true, stdio: 'ignore' });
    const editor = new Editor(port, server, home);
    try {
      await editor.#answers();
    } catch (error) {
      await editor.stop();
      throw error;
    }
    return editor;
  }

  /** @returns the address that shows a folder. */
  url(folder: string, payload: readonly (readonly [string, string])[] = []): string {
    const query = new URLSearchParams({ folder });
    if (payload.length > 0) query.set('payload', JSON.stringify(payload));
    return `http://127.0.0.1:${this.port}/?${query}`;
  }

  /** @returns how the browser's side names a path of this machine. */
  remoteUri(path: string): string {
    return `vscode-remote://127.0.0.1:${this.port}${path}`;
  }

  /** Ends VS Code with all its processes and removes the profile. */
  async stop(): Promise<void> {
    const { pid, exitCode } = this.#process;
    if (pid !== undefined && exitCode === null) {
      const ended = new Promise((resolve) => this.#process.once('exit', resolve));
      process.kill(-pid, 'SIGKILL');
      await ended;
    }
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 5 });
  }

  async #answers(): Promise<void> {
    for (let attempt = 0; attempt < 150; attempt++) {
      if (this.#process.exitCode !== null) throw new Error('VS Code ended at once');
      const response = await fetch(`http://127.0.0.1:${this.port}/version`).catch(() => undefined);
      if (response?.ok) return;
      await sleep(200);
    }
    throw new Error('VS Code does not answer');
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
