import { strict as assert } from 'node:assert';
import { MemoryFileSystem } from '../../../server/src/files/memory-file-system.ts';
import {
  matchesKernel,
  readDepmodConfiguration,
} from '../../../server/src/loaders/kmod/depmod-configuration.ts';
import { describeOrigin } from '../../../server/src/loaders/origin.ts';

describe('the configuration of depmod', () => {
  const configuration = readDepmodConfiguration(
    new MemoryFileSystem({
      '/lib/depmod.d/b.conf': 'search updates extra/ built-in\nSearch x\noverride m *\n',
      '/etc/depmod.d/a.conf':
        'override m 6.1 extra\nexternal * /x /y\nexclude build source\ninclude z\nsearch \\\n external',
      '/usr/lib/depmod.d/a.conf': 'search hidden',
      '/etc/depmod.d/x.conf/y': '',
    }),
  );

  it('has every entry with its place', () => {
    const { searches, overrides, externals, excludes } = configuration;
    const say = (entries: readonly { readonly origin: Parameters<typeof describeOrigin>[0] }[]) =>
      entries.map(({ origin, ...entry }) => [...Object.values(entry), describeOrigin(origin)].join(' '));
    assert.deepEqual(say(searches), [
      'external external /etc/depmod.d/a.conf:5',
      'directory updates /lib/depmod.d/b.conf:1',
      'directory extra/ /lib/depmod.d/b.conf:1',
      'built-in built-in /lib/depmod.d/b.conf:1',
    ]);
    assert.deepEqual(say(overrides), ['m 6.1 extra /etc/depmod.d/a.conf:1']);
    assert.deepEqual(say(externals), ['* /x /etc/depmod.d/a.conf:2', '* /y /etc/depmod.d/a.conf:2']);
    assert.deepEqual(say(excludes), ['build /etc/depmod.d/a.conf:3', 'source /etc/depmod.d/a.conf:3']);
  });

  it('says what depmod says', () => {
    assert.deepEqual(
      configuration.messages.map(({ text }) => text),
      [
        'depmod: ERROR: Directories inside directories are not supported: /etc/depmod.d/x.conf',
        "depmod: ERROR: /lib/depmod.d/b.conf:2: ignoring bad line starting with 'Search'",
        "depmod: ERROR: /lib/depmod.d/b.conf:3: ignoring bad line starting with 'override'",
      ],
    );
  });

  it('searches updates first unless told otherwise', () => {
    const { searches } = readDepmodConfiguration(new MemoryFileSystem({}));
    assert.deepEqual(
      searches.map(({ directory }) => directory),
      ['updates'],
    );
  });

  it('knows which kernels a version stands for', () => {
    for (const [version, kernel, expected] of [
      ['*', '6.1', true],
      ['6.1', '6.1.0-18', true],
      ['6.1', '5.6x1', true],
      ['^6.1', '5.6.1', false],
      ['^5', '5.6.1', true],
      ['1$', '5.6.1', true],
      ['6$', '5.6.1', false],
      ['^6.1$', '6.1', true],
      ['^6.1$', '6.1.0', false],
      ['longer-than-that', '6', false],
      ['^longer$', '6', false],
      ['6.*', '6.1', undefined],
    ] as const)
      assert.equal(matchesKernel(version, kernel), expected, `${version} ${kernel}`);
  });
});
