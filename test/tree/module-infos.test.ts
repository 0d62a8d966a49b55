import { strict as assert } from 'node:assert';
import { FileError } from '../../server/src/files/file-system.ts';
import { MemoryFileSystem } from '../../server/src/files/memory-file-system.ts';
import { ModuleInfos, readModuleInfo } from '../../server/src/tree/module-infos.ts';
import { writeElf } from './elf-writer.ts';

const path = '/lib/modules/6.1.0/kernel/a.ko';
const elf = writeElf({ '.modinfo': 'license=GPL' });

/** Stands in for a compression: the file is the module backwards, behind a mark. */
const backwards = async (bytes: Uint8Array) => {
  if (bytes[0] === 0) throw new Error('damaged data');
  return bytes[0] === 0x7f ? bytes : bytes.slice(1).reverse();
};

describe('what module files say of themselves', () => {
  it('is read through the compression', async () => {
    const files = new MemoryFileSystem({ [path]: Uint8Array.of(1, ...elf.toReversed()) });
    const info = await readModuleInfo(files, path, backwards);
    assert.ok(!(info instanceof FileError));
    assert.deepEqual(info.fields, [{ key: 'license', value: 'GPL' }]);
  });

  for (const [title, content, message] of [
    ['no module', Uint8Array.of(0x7f, 1), `${path}: is not a module file`],
    ['a module without .modinfo', writeElf({ '.text': '' }), `${path}: is a module file without .modinfo`],
    ['cut off', elf.subarray(0, 50), `${path}: is a damaged module file`],
    ['badly compressed', Uint8Array.of(0), `${path}: damaged data`],
    ['missing', undefined, `${path}: no such file or directory`],
  ] as const) {
    it(`is an error where the file is ${title}`, async () => {
      const files = new MemoryFileSystem(content === undefined ? {} : { [path]: content });
      const info = await readModuleInfo(files, path, backwards);
      assert.ok(info instanceof FileError);
      assert.equal(info.message, message);
    });
  }

  it('is read once, and again when the file has changed', async () => {
    const files = new MemoryFileSystem({ [path]: { content: elf, modified: 1 } });
    const infos = new ModuleInfos(files, backwards);
    assert.equal(infos.get(path), undefined);
    const first = await infos.load(path);
    assert.equal(infos.get(path), first);
    assert.equal(await infos.load(path), first);
    files.write(path, { content: elf, modified: 2 });
    assert.notEqual(await infos.load(path), first);
    files.remove(path);
    assert.ok((await infos.load(path)) instanceof FileError);
    assert.equal(infos.get(path), undefined);
  });
});
