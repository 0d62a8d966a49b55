import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { MemoryFileSystem } from '../../server/src/files/memory-file-system.ts';
import { compareVersions, kernelVersions, newestKernel } from '../../server/src/tree/kernel-versions.ts';
import { openModuleTree } from '../../server/src/tree/open-module-tree.ts';
import { DiskFileSystem } from '../../server/src/workspace/disk-file-system.ts';

const fromOldToNew = [
  '2.2.9',
  '2.2.26',
  '2.4.9',
  '2.4.20-pre4',
  '2.4.20-rc1',
  '2.4.20',
  '2.4.20-8',
  '2.4.20-8smp',
  '2.4.20-28.9',
  '2.6.0-test9',
  '2.6.0-test11',
  '2.6.0',
  '5.15.0-100-generic',
  '6.1.0-9-amd64',
  '6.1.0-10-amd64',
  '6.1.0-10-cloud-amd64',
  '6.9.12-200.fc40.x86_64',
  '6.10.3-arch1-2',
  '6.10.3-arch1-10',
  '10.0.0',
];

describe('kernel versions', () => {
  it('are ordered from old to new', () => {
    assert.deepEqual(fromOldToNew.toReversed().sort(compareVersions), fromOldToNew);
  });

  it('are ordered consistently', () => {
    const version = fc
      .array(fc.constantFrom('1', '10', '02', '.', '-', 'rc', '-rc', '-pre', 'a', '-amd64'), { maxLength: 5 })
      .map((parts) => parts.join(''));
    const sign = (left: string, right: string) => Math.sign(compareVersions(left, right));
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        assert.equal(sign(a, b), -sign(b, a) + 0);
        if (sign(a, b) <= 0 && sign(b, c) <= 0) assert.ok(sign(a, c) <= 0);
      }),
      { numRuns: 5000 },
    );
  });

  it('are the directories below /lib/modules', () => {
    const files = new MemoryFileSystem({
      '/lib/modules/6.1.0-10/modules.dep': '',
      '/lib/modules/6.1.0-9/modules.dep': '',
      '/lib/modules/README': '',
    });
    assert.deepEqual(kernelVersions(files), ['6.1.0-9', '6.1.0-10']);
    assert.deepEqual(kernelVersions(new MemoryFileSystem()), []);
  });

  it('are found behind links', () => {
    const root = mkdtempSync(join(tmpdir(), 'modconf-'));
    try {
      mkdirSync(join(root, 'usr/lib/modules/6.1.0-1'), { recursive: true });
      symlinkSync('usr/lib', join(root, 'lib'));
      symlinkSync('/lib/modules/6.1.0-1', join(root, 'lib/modules/6.1.0-2'));
      symlinkSync('/nowhere', join(root, 'lib/modules/6.1.0-3'));
      const files = new DiskFileSystem(root);
      assert.deepEqual(kernelVersions(files), ['6.1.0-1', '6.1.0-2']);
      assert.equal(openModuleTree(files, '6.1.0-2')?.directory, '/lib/modules/6.1.0-2');
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it('are newest where depmod has been run', () => {
    const files = new MemoryFileSystem({
      '/lib/modules/6.1.0-9/modules.dep.bin': '',
      '/lib/modules/6.1.0-10/kernel/a.ko': '',
    });
    assert.equal(newestKernel(files), '6.1.0-9');
    files.remove('/lib/modules/6.1.0-9/modules.dep.bin');
    assert.equal(newestKernel(files), '6.1.0-10');
    assert.equal(newestKernel(new MemoryFileSystem()), undefined);
  });
});
