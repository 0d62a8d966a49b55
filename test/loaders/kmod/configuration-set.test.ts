import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readKmodConfiguration } from '../../../server/src/loaders/kmod/read-configuration.ts';
import { DiskFileSystem } from '../../../server/src/workspace/disk-file-system.ts';

describe('a configuration on a disk', () => {
  let root = '';
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'modconf-kmod-'));
    const write = (path: string, content: string) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    };
    write('usr/lib/modprobe.d/a.conf', 'blacklist a');
    write('usr/lib/modprobe.d/b.conf', 'blacklist b');
    write('usr/lib/modprobe.d/c.conf', 'blacklist c');
    write('usr/lib/modprobe.d/d.conf', 'blacklist d');
    write('etc/elsewhere', 'blacklist linked');
    mkdirSync(join(root, 'etc/modprobe.d'));
    symlinkSync('/dev/null', join(root, 'etc/modprobe.d/a.conf'));
    symlinkSync('../nowhere', join(root, 'etc/modprobe.d/b.conf'));
    symlinkSync('../elsewhere', join(root, 'etc/modprobe.d/c.conf'));
    symlinkSync('usr/lib', join(root, 'lib'));
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it('is masked by links, and read once where /lib is a link to /usr/lib', () => {
    const { files, blacklists } = readKmodConfiguration({ files: new DiskFileSystem(root) });
    assert.deepEqual(
      files.map(({ path, state }) => `${path} ${state}`),
      [
        '/etc/modprobe.d/a.conf mask',
        '/etc/modprobe.d/b.conf mask',
        '/etc/modprobe.d/c.conf read',
        '/usr/lib/modprobe.d/a.conf masked',
        '/usr/lib/modprobe.d/b.conf masked',
        '/usr/lib/modprobe.d/c.conf shadowed',
        '/usr/lib/modprobe.d/d.conf read',
      ],
    );
    assert.deepEqual(
      blacklists.map(({ module }) => module),
      ['linked', 'd'],
    );
  });
});
