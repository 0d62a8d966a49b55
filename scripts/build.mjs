// Bundles what is shipped: server/dist/modconf.js (the command, with command.js and command.cache), server/dist/lsp.js (the server it
// starts) and client/dist/extension.js (what VS Code runs).
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { notices } from './notices.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}/server/package.json`, 'utf8'));
const dist = `${root}/server/dist`;
const clientDist = `${root}/client/dist`;

for (const directory of [dist, clientDist]) {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  // The workspace's sources are ES modules; a CommonJS bundle starts faster.
  writeFileSync(`${directory}/package.json`, '{ "type": "commonjs" }\n');
}

/**
 * Grammars are validated whenever the tests make them; what is shipped need not do that again at each start, where it takes a
 * tenth of the time of checking a small file.
 */
const withoutValidations = {
  name: 'without-validations',
  setup({ onLoad }) {
    onLoad(
      { filter: /chevrotain\/lib\/src\/(scan\/lexer_public|parse\/parser\/parser)\.js$/ },
      ({ path }) => {
        const source = readFileSync(path, 'utf8');
        const contents = source.replace('skipValidations: false', 'skipValidations: true');
        if (contents === source) throw new Error(`${path} has no default for skipValidations any more`);
        return { contents, loader: 'js' };
      },
    );
  },
};

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  define: { MODCONF_VERSION: JSON.stringify(version) },
  // Its main file loads its parts at run time, where no bundler sees them.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  plugins: [withoutValidations],
};

const server = await build({
  ...common,
  entryPoints: { modconf: `${root}/server/src/cli/start.ts`, lsp: `${root}/server/src/lsp/main.ts` },
  outdir: dist,
  banner: { js: '#!/usr/bin/env node' },
});

const command = await build({
  ...common,
  entryPoints: { command: `${root}/server/src/cli/main.ts` },
  outdir: dist,
  // The command loads the server's bundle only when it is asked to be one.
  external: ['./lsp.js'],
  supported: { 'dynamic-import': false },
  banner: { js: '(function (require) {' },
  footer: { js: '})' },
});

const { status, stderr } = spawnSync(process.execPath, [`${root}/scripts/code-cache.mjs`], {
  stdio: ['ignore', 'ignore', 'pipe'],
  encoding: 'utf8',
});
if (status !== 0) throw new Error(`no code cache could be made:\n${stderr}`);

const client = await build({
  ...common,
  entryPoints: { extension: `${root}/client/src/extension.ts` },
  outdir: clientDist,
  // The editor hands this one to its extensions.
  external: ['vscode'],
});

const licences = (...builds) =>
  notices(
    root,
    builds.flatMap(({ metafile }) => Object.keys(metafile.inputs)),
  );
writeFileSync(`${dist}/THIRD-PARTY-NOTICES.txt`, licences(server, command));
writeFileSync(`${clientDist}/THIRD-PARTY-NOTICES.txt`, licences(client));

// The pages that it shows.
await build({
  ...common,
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  entryPoints: [
    { in: `${root}/client/src/graph/picture.ts`, out: 'graph' },
    { in: `${root}/client/src/graph/graph.css`, out: 'graph' },
    { in: `${root}/client/src/explanation/explanation.css`, out: 'explanation' },
  ],
  outdir: clientDist,
});
