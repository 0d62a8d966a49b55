import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { commandPath } from '../support/command.ts';

const script = fileURLToPath(new URL('neovim.lua', import.meta.url));
const root = fileURLToPath(new URL('../../examples/kernel-2.4', import.meta.url));
const file = `${root}/etc/modules.conf`;

interface Report {
  readonly diagnostics: readonly string[];
  readonly hovers: readonly string[];
  readonly definitions: readonly string[];
}

/** What Neovim shows of a file, and of the places where some pieces of its text begin. */
function runNeovim(pieces: readonly string[]): Report {
  const text = readFileSync(file, 'utf8');
  const places = pieces.map((piece) => {
    const before = text.slice(0, text.indexOf(piece)).split('\n');
    return `${before.length - 1}:${before.at(-1)!.length}`;
  });
  const environment = {
    ...process.env,
    MODCONF_SERVER: JSON.stringify([
      process.execPath,
      process.env.MODCONF_COMMAND ?? commandPath,
      'lsp',
      '--stdio',
    ]),
    MODCONF_PLACES: places.join(' '),
  };
  const { status, stdout, stderr } = spawnSync('nvim', ['--headless', '-u', script, file], {
    env: environment,
    encoding: 'utf8',
    timeout: 30_000,
  });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as Report;
}

const hasNeovim = spawnSync('nvim', ['--version']).status === 0;

(hasNeovim ? describe : describe.skip)('Neovim', () => {
  it('shows what is wrong, what a name leads to, and goes there', () => {
    const { diagnostics, hovers, definitions } = runNeovim(['eth0 eepro100', 'keep\n']);
    assert.ok(diagnostics.includes('path-without-keep'), diagnostics.join(' '));
    assert.ok(diagnostics.includes('keep-without-effect'), diagnostics.join(' '));
    assert.match(hovers[0]!, /\*\*eth0\*\* → `eepro100`/);
    assert.match(hovers[0]!, /insmod \*\*mii\*\*, needed by eepro100/);
    assert.match(hovers[1]!, /Here it has no effect/);
    assert.match(definitions[0]!, /modules\.dep$/);
  });
});
