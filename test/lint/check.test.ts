import { strict as assert } from 'node:assert';
import { gzipSync } from 'node:zlib';
import { MemoryFileSystem } from '../../server/src/files/memory-file-system.ts';
import { checkFile, loadModuleInfos } from '../../server/src/lint/check.ts';
import { Project } from '../../server/src/workspace/project.ts';
import { binaryFile } from '../support/binary-file.ts';

/** A machine that counts how often each file is read. */
class CountingFileSystem extends MemoryFileSystem {
  readonly reads = new Map<string, number>();

  override read(path: string, limit?: number): Uint8Array {
    this.reads.set(path, (this.reads.get(path) ?? 0) + 1);
    return super.read(path, limit);
  }
}

describe('checking a file of a project', () => {
  it('reads the modules.dep of kernel 2.4 once for all files', () => {
    const list = '/lib/modules/2.4.20/modules.dep';
    const files = new CountingFileSystem({
      [list]: '/lib/modules/2.4.20/kernel/a.o:\n',
      '/etc/modules.conf': 'include /etc/other.conf\nalias one a\n',
      '/etc/other.conf': 'alias two b\n',
    });
    const project = new Project({ files, kernel: '2.4.20' });
    const rulesIn = (path: string) =>
      checkFile(project, project.read(path, 'modules.conf'), path).map(({ rule }) => rule);
    assert.deepEqual(rulesIn('/etc/modules.conf'), []);
    assert.deepEqual(rulesIn('/etc/other.conf'), ['alias-unknown-target']);
    assert.equal(files.reads.get(list), 1);
  });

  const tree = '/lib/modules/6.1.0';
  const listed = ['kernel/a.ko:', 'updates/b.ko:', 'updates/c.ko.gz:', 'extra/huge.ko:', 'extra/late.ko:'];
  const other = binaryFile('', 'vermagic=5.10.0 SMP\n');
  const machine = () =>
    new CountingFileSystem({
      [`${tree}/modules.dep`]: `${listed.join('\n')}\n`,
      [`${tree}/modules.dep.bin`]: binaryFile('.bin', `${listed.slice(1).join('\n')}\n`),
      [`${tree}/kernel/a.ko`]: other,
      [`${tree}/updates/b.ko`]: other,
      [`${tree}/updates/c.ko.gz`]: gzipSync(other),
      [`${tree}/extra/huge.ko`]: new Uint8Array(64 * 1024 * 1024),
      [`${tree}/extra/late.ko`]: other,
    });

  it('says where modules.dep and its index disagree', () => {
    const project = new Project({ files: machine(), kernel: '6.1.0' });
    const file = project.read(`${tree}/modules.dep`);
    const found = checkFile(project, file, 'modules.dep').filter(
      ({ rule }) => rule === 'dep-text-bin-disagree',
    );
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [0],
    );
  });

  it('looks into the modules that did not come with the kernel, as far as that is quick', async () => {
    const files = machine();
    const project = new Project({ files, kernel: '6.1.0' });
    const file = project.read(`${tree}/modules.dep`);
    const lines = () =>
      checkFile(project, file, 'modules.dep')
        .filter(({ rule }) => rule === 'vermagic-mismatch')
        .map(({ range }) => range.start.line);
    assert.deepEqual(lines(), []);
    await loadModuleInfos(project, file);
    assert.deepEqual(lines(), [1, 2]);
    assert.equal(files.reads.get(`${tree}/kernel/a.ko`), undefined);
    assert.equal(files.reads.get(`${tree}/extra/huge.ko`), undefined);
  });
});
