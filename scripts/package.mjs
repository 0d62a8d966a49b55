// Makes modconf-VERSION.vsix, the VS Code extension with the server in it. A warning is a failure.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const name = `modconf-${version}.vsix`;
const maximumSize = 1 << 20;

const run = (command, ...args) => {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (error) throw error;
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with status ${status}`);
  return stdout + stderr;
};

run(process.execPath, 'scripts/build.mjs');
// Everything is bundled, so there are no dependencies to bring along.
const said = run(
  process.execPath,
  'node_modules/@vscode/vsce/vsce',
  'package',
  '--no-dependencies',
  '--out',
  name,
);
if (/\bWARNING\b/.test(said)) throw new Error('vsce has something to say about the package');
const { size } = statSync(`${root}/${name}`);
if (size > maximumSize) throw new Error(`${name} has ${size} bytes, which is over 1 MB`);
