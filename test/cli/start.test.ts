import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { commandPath } from '../support/command.ts';

describe('the code cache', () => {
  it('is one that this Node.js takes', () => {
    const directory = dirname(commandPath);
    const source = readFileSync(join(directory, 'command.js'), 'utf8');
    const cachedData = readFileSync(join(directory, 'command.cache'));
    const script = new Script(source, { filename: join(directory, 'command.js'), cachedData });
    assert.equal(script.cachedDataRejected, false);
  });
});
