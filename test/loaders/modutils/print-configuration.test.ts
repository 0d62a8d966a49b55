import { strict as assert } from 'node:assert';
import { printConfiguration } from '../../../server/src/loaders/modutils/print-configuration.ts';
import { describeOrigin } from '../../../server/src/loaders/origin.ts';
import { read } from './support.ts';

describe('modprobe -c', () => {
  it('prints everything in its order, with headings where there is something', () => {
    const text = [
      'keep',
      'path=/x',
      'probeall c d',
      'probe a b',
      'below e f',
      'above g h',
      'install i j',
      'prune k',
    ].join('\n');
    const lines = printConfiguration(read(text)).lines.map((line) => line.text);
    const headings = lines.filter((line) => line.startsWith('#'));
    assert.deepEqual(headings, [
      '# Prune',
      '# Above',
      '# Below',
      '# Aliases',
      '# Options',
      '# Probes',
      '# Probeall',
      '# Commands',
      '# Miscellaneous file and directory names',
    ]);
    assert.equal(lines[21], 'path[misc]=/x');
    assert.equal(lines.at(-2), 'depfile=/lib/modules/2.4.20/modules.dep');
    assert.equal(lines.at(-1), 'persistdir=/var/lib/modules/persist');
  });

  it('leaves headings of empty lists out', () => {
    const lines = printConfiguration(read('')).lines.map((line) => line.text);
    for (const heading of ['# Above', '# Below', '# Probes', '# Probeall', '# Commands'])
      assert.ok(!lines.includes(heading));
  });

  it('knows where each line comes from', () => {
    const { lines } = printConfiguration(
      read('options sb irq=5\nadd options sb dma=1\npath=/x\npersistdir=/y'),
    );
    const places = (start: string): string[] =>
      lines.find(({ text }) => text.startsWith(start))!.origins.map(describeOrigin);
    assert.deepEqual(places('options sb'), ['/etc/modules.conf:1', '/etc/modules.conf:2']);
    assert.deepEqual(places('path[misc]'), ['/etc/modules.conf:3']);
    assert.deepEqual(places('persistdir'), ['/etc/modules.conf:4']);
    assert.deepEqual(places('options dummy0'), ['built in']);
    assert.deepEqual(places('# Options'), []);
  });

  it('notes what is unknown', () => {
    const { lines, notes } = printConfiguration(read('alias a `date`\nif `date`\nendif\ninclude `date`'));
    assert.ok(lines.some(({ text, unknown }) => text === 'alias a `date`' && unknown));
    assert.deepEqual(
      notes.map(({ text, origin }) => `${describeOrigin(origin)}: ${text}`),
      [
        '/etc/modules.conf:1: `date` is unknown: needs a shell to run a command',
        '/etc/modules.conf:2: `date` is unknown: needs a shell to run a command',
        '/etc/modules.conf:2: the condition is unknown and taken for false: needs a shell to run a command',
        '/etc/modules.conf:4: `date` is unknown: needs a shell to run a command',
        '/etc/modules.conf:4: the included file `date` is unknown and not read: needs a shell to run a command',
      ],
    );
  });
});
