import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { MemoryFileSystem } from '../../server/src/files/memory-file-system.ts';
import { compareVersions, kernelVersions, newestKernel } from '../../server/src/tree/kernel-versions.ts';

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
