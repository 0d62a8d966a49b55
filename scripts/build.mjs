// Bundles what is shipped: server/dist/modconf.js (the command) and server/dist/lsp.js (the server it starts).
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}/server/package.json`, 'utf8'));
const dist = `${root}/server/dist`;

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
// The workspace's sources are ES modules; a CommonJS bundle starts faster.
writeFileSync(`${dist}/package.json`, '{ "type": "commonjs" }\n');

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  define: { MODCONF_VERSION: JSON.stringify(version) },
};

await build({
  ...common,
  entryPoints: { modconf: `${root}/server/src/cli/main.ts`, lsp: `${root}/server/src/lsp/main.ts` },
  outdir: dist,
  // The command loads the server's bundle only when it is asked to be one.
  external: ['./lsp.js'],
  banner: { js: '#!/usr/bin/env node' },
});
