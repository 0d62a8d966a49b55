import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

/**
 * Starts the command from V8's code cache, which the build leaves beside it: compiling takes longer than checking a small
 * file. A cache of another version of Node.js, or none, only means that V8 compiles as usual.
 */
function start(): void {
  const filename = join(__dirname, 'command.js');
  const cachedData = read(join(__dirname, 'command.cache'));
  const script = new Script(readFileSync(filename, 'utf8'), {
    filename,
    ...(cachedData !== undefined && { cachedData }),
  });
  // The bundle is one function, which asks for what Node.js has.
  const command: (load: NodeJS.Require) => void = script.runInThisContext();
  command(require);
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

start();
