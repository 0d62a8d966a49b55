// Writes V8's code cache of server/dist/command.js, with the functions that a check of the examples needs, those of all rules included:
// they need no compiling then. To be run by the build in a process of its own: the command has the process's output and exit status.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { buildSync } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const filename = `${root}/server/dist/command.js`;

/** Writes the examples of every rule's page, each as a root file system of its own. */
async function writeRuleExamples(directory) {
  const entryPoints = [`${root}/server/src/lint/registry.ts`];
  const { outputFiles } = buildSync({ entryPoints, bundle: true, format: 'esm', write: false });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const { allRules } = await import(`data:text/javascript;base64,${code}`);
  const rules = [...allRules().values()].flatMap(({ variants }) => variants.map(({ rule }) => rule));
  const examples = rules.flatMap(({ docs }) => [docs.bad, docs.good]);
  for (const [index, { files }] of examples.entries()) {
    for (const [path, text] of Object.entries(files)) {
      const place = join(directory, String(index), path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, text);
    }
  }
}

const examples = mkdtempSync(join(tmpdir(), 'modconf-examples-'));
await writeRuleExamples(examples);
const script = new Script(readFileSync(filename, 'utf8'), { filename });
process.chdir(root);
process.argv = [process.execPath, filename, 'check', 'examples', examples];
process.on('exit', () => {
  writeFileSync(`${root}/server/dist/command.cache`, script.createCachedData());
  rmSync(examples, { recursive: true });
  process.exitCode = 0;
});
script.runInThisContext()(createRequire(filename));
