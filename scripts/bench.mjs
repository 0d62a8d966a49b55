// Runs the benchmarks as what is shipped runs: bundled, not through a loader that wraps every function.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const outfile = `${root}/test/bench/bundled.mjs`;

await build({
  entryPoints: [`${root}/test/bench/run.ts`],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  // Packages are found where they are installed: some are CommonJS and cannot be part of an ES module.
  packages: 'external',
  logLevel: 'warning',
});

const args = ['--expose-gc', '--import', 'tsx', outfile, ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
process.exitCode = status ?? 1;
