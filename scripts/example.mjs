// Runs the command's main jobs on the example machine and shows what they print. Ends well whatever is found.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const root = ['--root', 'examples/kernel-2.4'];

for (const args of [
  ['check', ...root],
  ['resolve', ...root, 'msdos'],
  ['resolve', ...root, '--why', 'eth0'],
]) {
  process.stdout.write(`\n$ modconf ${args.join(' ')}\n`);
  const { status, error } = spawnSync(process.execPath, ['server/dist/modconf.js', ...args], {
    cwd: project,
    stdio: 'inherit',
  });
  if (error) throw error;
  // 1 says that there are findings, which is what the example is for.
  if (status !== 0 && status !== 1) process.exitCode = 1;
}
