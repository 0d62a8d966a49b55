// Writes V8's code cache of server/dist/command.js, with the functions that a check of the examples needs: they need no compiling then.
// To be run by the build in a process of its own: the command has the process's output and exit status.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const root = fileURLToPath(new URL('..', import.meta.url));
const filename = `${root}/server/dist/command.js`;
const script = new Script(readFileSync(filename, 'utf8'), { filename });

process.chdir(root);
process.argv = [process.execPath, filename, 'check', 'examples'];
process.on('exit', () => {
  writeFileSync(`${root}/server/dist/command.cache`, script.createCachedData());
  process.exitCode = 0;
});
script.runInThisContext()(createRequire(filename));
