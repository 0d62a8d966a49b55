import { strict as assert } from 'node:assert';
import { displayWidth } from '../../server/src/cli/report/visible.ts';
import { runOn } from '../support/stub-host.ts';

const files = {
  '/here/modules.conf': 'alias eth1 e100 and more words\nalais \x1b[31m\n',
  '/here/locked/modules.conf': 'alais\n',
  '/here/open/modules.conf': 'alais\n',
};

describe('a terminal', () => {
  it('gets colours unless it or the user does not want them', async () => {
    const hasColor = async (terminalWidth: number | undefined, argv: string[], environment = {}) => {
      const machine = { files, environment, ...(terminalWidth !== undefined && { terminalWidth }) };
      return (await runOn(machine, 'check', 'modules.conf', ...argv)).out.includes('\x1b[');
    };
    assert.equal(await hasColor(80, []), true);
    assert.equal(await hasColor(undefined, []), false);
    assert.equal(await hasColor(80, ['--color', 'never']), false);
    assert.equal(await hasColor(undefined, ['--color', 'always']), true);
    assert.equal(await hasColor(80, [], { NO_COLOR: '1' }), false);
    assert.equal(await hasColor(80, [], { NO_COLOR: '' }), true);
    assert.equal(await hasColor(80, [], { TERM: 'dumb' }), false);
    assert.equal(await hasColor(80, ['--color', 'always'], { NO_COLOR: '1' }), true);
  });

  it('gets no line that is wider than it', async () => {
    for (const terminalWidth of [60, 80, 120]) {
      const { out } = await runOn({ files, terminalWidth }, 'check', 'modules.conf', '--color', 'never');
      const findings = out.slice(0, out.lastIndexOf('\n\n')).split('\n');
      for (const line of findings) assert.ok(displayWidth(line) <= terminalWidth, line);
    }
  });

  it('gets no control character of a file; a pipe gets the bytes', async () => {
    const args = ['show', '--language', 'modprobe.d', '/here/esc.conf'];
    const machine = { files: { '/here/esc.conf': 'options\tx a=\x1b[31m \udcff\n' } };
    assert.equal((await runOn(machine, ...args)).out, 'options x a=\x1b[31m \udcff\n');
    assert.equal(
      (await runOn({ ...machine, terminalWidth: 80 }, ...args)).out,
      'options x a=\\x1b[31m \\xff\n',
    );
  });
});

describe('what may not be read', () => {
  const locked = ['/here/locked', '/here/open/secret.conf', '/etc/modprobe.d/b.conf'];

  it('is named, and the rest is checked', async () => {
    const { status, out, err } = await runOn({ files, locked }, 'check');
    assert.equal(status, 3);
    assert.equal(err, 'modconf: locked: permission denied\n');
    assert.ok(out.includes('open/modules.conf'), out);
  });

  it('is named when it is asked for', async () => {
    for (const command of ['check', 'show']) {
      const { status, err } = await runOn({ files, locked: ['/here/modules.conf'] }, command, 'modules.conf');
      assert.equal(status, 3);
      assert.equal(err, 'modconf: modules.conf: permission denied\n');
    }
  });

  it('is named when it is part of a configuration', async () => {
    const set = { '/etc/modprobe.d/a.conf': 'options a b=1\n', '/etc/modprobe.d/b.conf': 'options b c=1\n' };
    const { status, out, err } = await runOn({ files: set, locked }, 'show', '/etc/modprobe.d');
    assert.equal(status, 3);
    assert.equal(out, 'options a b=1\n');
    assert.equal(err, 'modconf: /etc/modprobe.d/b.conf: cannot be read\n');
  });
});
