import { strict as assert } from 'node:assert';
import type { FileSystem } from '../../../server/src/files/file-system.ts';
import { MemoryFileSystem } from '../../../server/src/files/memory-file-system.ts';
import { locateConfiguration } from '../../../server/src/loaders/modutils/locate-configuration.ts';

const current = '/etc/modules.conf';
const old = '/etc/conf.modules';

/** /etc with both names for one file. */
function linked(link: string): FileSystem {
  const files = new MemoryFileSystem({ [current]: '', [old]: '' });
  return {
    read: (path) => files.read(path),
    stat: (path) => files.stat(path),
    realPath: () => (link === current ? old : current),
    list: (path) =>
      files.list(path).map((entry) => (`/etc/${entry.name}` === link ? { ...entry, kind: 'link' } : entry)),
  };
}

describe('the file that modutils reads', () => {
  it('may not be there', () => {
    assert.deepEqual(locateConfiguration(new MemoryFileSystem()), { path: undefined, warnings: [] });
  });

  it('is modules.conf', () => {
    const files = new MemoryFileSystem({ [current]: '' });
    assert.deepEqual(locateConfiguration(files), { path: current, warnings: [] });
  });

  /** title, files, path, how the warning begins, the command that it ends with. */
  const cases: readonly (readonly [string, FileSystem, string, string, string])[] = [
    [
      'conf.modules alone',
      new MemoryFileSystem({ [old]: '' }),
      old,
      'Warning: modutils is reading from /etc/conf.modules because',
      'mv /etc/conf.modules /etc/modules.conf',
    ],
    [
      'both',
      new MemoryFileSystem({ [current]: '', [old]: '' }),
      current,
      'Warning: modutils is reading from /etc/modules.conf and',
      'rm /etc/conf.modules',
    ],
    [
      'a link to conf.modules',
      linked(current),
      current,
      'Warning: You do not need a link from /etc/modules.conf to',
      'mv /etc/conf.modules /etc/modules.conf',
    ],
    [
      'a link from conf.modules',
      linked(old),
      current,
      'Warning: You do not need a link from /etc/conf.modules to',
      'rm /etc/conf.modules',
    ],
  ];
  for (const [title, files, path, start, end] of cases) {
    it(`is chosen with a warning: ${title}`, () => {
      const located = locateConfiguration(files);
      assert.equal(located.path, path);
      assert.equal(located.warnings.length, 1);
      assert.ok(located.warnings[0]!.startsWith(start));
      assert.ok(located.warnings[0]!.endsWith(end));
    });
  }
});
