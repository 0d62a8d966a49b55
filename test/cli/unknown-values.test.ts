import { strict as assert } from 'node:assert';
import { runOn, type StubResult } from '../support/stub-host.ts';

const reason = 'needs a shell to run a command';

/** Resolves names on a machine with the modules mii and eepro100, which needs mii. */
function resolve(conf: string, ...argv: string[]): Promise<StubResult> {
  const files = {
    '/etc/modules.conf': conf,
    '/lib/modules/2.4.20/modules.dep': '/m/eepro100.o: /m/mii.o\n/m/mii.o:\n',
  };
  return runOn({ files }, 'resolve', ...argv);
}

describe('what resolve cannot know', () => {
  it('stands in the answer as it is written, with a note', async () => {
    const conf = 'options mii a="q r" b=`ls` c=1\n';
    const note = `note: /etc/modules.conf:1: a="q r" b=\`ls\` c=1 is unknown: ${reason}\n`;
    const out = '/sbin/insmod /m/mii.o a="q r" b=`ls` c=1\n';
    assert.deepEqual(await resolve(conf, 'mii'), { status: 0, out, err: note });
    assert.deepEqual(await resolve(conf, '--quiet', 'mii'), { status: 0, out, err: '' });
    const why = await resolve(conf, '--why', 'mii');
    assert.match(why.out, /with a="q r" b=`ls` c=1 /);
    assert.equal(why.err, note);
  });

  it('is noted once for several names', async () => {
    const conf = 'if `ls`\nalias n mii\nendif\ninclude `ls`\n';
    const notes = [
      `note: /etc/modules.conf:1: the condition is unknown and taken for false: ${reason}\n`,
      `note: /etc/modules.conf:4: the included file \`ls\` is unknown and not read: ${reason}\n`,
    ].join('');
    const { status, err } = await resolve(conf, 'mii', 'nope');
    assert.equal(err, `${notes}modprobe: Can't locate module nope\n`);
    assert.equal(status, 1);
    assert.equal((await resolve(conf, '--names', 'mii')).err, notes);
  });

  it('is explained with its line', async () => {
    for (const [conf, text] of [
      ['\ndepfile=`ls`\n', `mii: /etc/modules.conf:2: depfile= ${reason}`],
      ['\nabove mii `ls`\n', `mii: /etc/modules.conf:2: above mii: ${reason}`],
    ] as const) {
      const { out, err } = await resolve(conf, 'mii');
      assert.deepEqual([out, err], ['', `modconf: ${text}\n`]);
    }
  });
});
