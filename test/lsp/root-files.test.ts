import assert from 'node:assert/strict';
import { FileError } from '../../server/src/files/file-system.ts';
import { MemoryFileSystem } from '../../server/src/files/memory-file-system.ts';
import { RootFiles } from '../../server/src/lsp/root-files.ts';
import { modulesConf } from '../../server/src/syntax/modules-conf/language.ts';
import { decode } from '../../server/src/text/encoding.ts';
import { SourceDocument } from '../../server/src/text/source-document.ts';

function make() {
  const disk = new MemoryFileSystem({ '/etc/a': { content: 'one', modified: 1 } });
  const clock = { time: 10_000 };
  return { disk, clock, files: new RootFiles(disk, () => clock.time) };
}

describe('the files of a root', () => {
  it('are asked for once, and again after a while', () => {
    const { disk, clock, files } = make();
    assert.equal(files.stat('/etc/b'), undefined);
    assert.equal(files.list('/etc').length, 1);
    assert.throws(() => files.list('/nowhere'), FileError);
    disk.write('/etc/b', 'two');
    disk.write('/nowhere/x', '');
    assert.equal(files.stat('/etc/b'), undefined);
    assert.equal(files.realPath('/etc/b'), '/etc/b');
    assert.equal(files.list('/etc').length, 1);
    assert.throws(() => files.list('/nowhere'), FileError);
    clock.time += 3000;
    assert.equal(files.stat('/etc/b')?.size, 3);
    assert.equal(files.list('/etc').length, 2);
    assert.equal(files.list('/nowhere').length, 1);
  });

  it('are asked for again when a change is known of', () => {
    const { disk, files } = make();
    assert.equal(files.stat('/etc/b'), undefined);
    disk.write('/etc/b', 'two');
    files.forget();
    assert.equal(files.stat('/etc/b')?.size, 3);
  });

  it('have the same contents for as long as size and date are the same', () => {
    const { disk, files } = make();
    const bytes = files.read('/etc/a');
    files.forget();
    assert.equal(files.read('/etc/a'), bytes);
    disk.write('/etc/a', { content: 'new', modified: 2 });
    files.forget();
    assert.equal(decode(files.read('/etc/a')), 'new');
  });

  it('have open buffers laid over them', () => {
    const { files } = make();
    files.open('/etc/a', SourceDocument.parse('buffer', modulesConf));
    files.open('/etc/new', SourceDocument.parse('not saved', modulesConf));
    assert.equal(decode(files.read('/etc/a')), 'buffer');
    assert.equal(decode(files.read('/etc/new')), 'not saved');
    assert.equal(files.stat('/etc/new')?.kind, 'file');
    assert.equal(files.stat('/etc/a')?.modified, 1);
    assert.throws(() => files.read('/etc/a', 3), { code: 'too-large' });
    files.close('/etc/a');
    files.close('/etc/new');
    assert.equal(decode(files.read('/etc/a')), 'one');
    assert.equal(files.stat('/etc/new'), undefined);
  });

  it('keep the limits and errors of the disk', () => {
    const { files } = make();
    files.read('/etc/a');
    assert.throws(() => files.read('/etc/a', 2), { code: 'too-large' });
    assert.throws(() => files.read('/etc'), { code: 'is-directory' });
    assert.throws(() => files.read('/nothing'), { code: 'not-found' });
  });
});
