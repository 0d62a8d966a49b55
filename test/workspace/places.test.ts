import { strict as assert } from 'node:assert';
import { MemoryFileSystem } from '../../server/src/files/memory-file-system.ts';
import { chooseKernel } from '../../server/src/workspace/kernel.ts';
import { placesOf } from '../../server/src/workspace/places.ts';
import { findRoot } from '../../server/src/workspace/root.ts';

const five = (prefix: string) =>
  ['/etc', '/run', '/usr/local/lib', '/usr/lib', '/lib'].map((place) => `${prefix}${place}/modprobe.d`);

describe('the places of a configuration', () => {
  const cases: [string, string, readonly string[]][] = [
    ['the machine’s own', '/etc/modprobe.d/a.conf', five('')],
    ['the longest parent counts', '/usr/local/lib/modprobe.d/a.conf', five('')],
    ['usr/lib is not lib', '/usr/lib/modprobe.d/a.conf', five('')],
    ['a package’s source', '/src/debian/etc/modprobe.d/a.conf', five('/src/debian')],
    ['a lone directory', '/src/modprobe.d/a.conf', ['/src/modprobe.d']],
    ['a lone file', '/src/a.conf', ['/src/a.conf']],
  ];
  for (const [title, path, places] of cases) {
    it(title, () => assert.deepEqual(placesOf('modprobe.d', path), places));
  }
});

describe('the root of a file', () => {
  const machine = new MemoryFileSystem({
    '/image/etc/modprobe.d/a.conf': '',
    '/image/lib/modules/6.1.0/modules.dep': '',
    '/merged/usr/lib/modules/6.1.0/modules.dep': '',
    '/src/etc/modprobe.d/a.conf': '',
  });
  const cases: [string, string][] = [
    ['/image/etc/modprobe.d/a.conf', '/image'],
    ['/image/etc/modules.conf', '/image'],
    ['/image/lib/modules/6.1.0/modules.dep', '/image'],
    ['/merged/usr/lib/modules/6.1.0/modules.dep', '/merged'],
    ['/src/etc/modprobe.d/a.conf', '/'],
    ['/etc/modprobe.d/a.conf', '/'],
    ['/lib/modules/6.1.0/modules.dep', '/'],
    ['/home/me/modules.conf', '/'],
  ];
  for (const [path, root] of cases)
    it(`${path} is ${root}`, () => assert.equal(findRoot(machine, path), root));
});

describe('the kernel in force', () => {
  const files = new MemoryFileSystem({
    '/lib/modules/6.1.0-9/modules.dep': '',
    '/lib/modules/6.1.0-10/modules.dep': '',
    '/lib/modules/6.1.0-11/build': '',
  });
  it('is the running one if its tree is there', () =>
    assert.equal(chooseKernel(files, '6.1.0-9'), '6.1.0-9'));
  it('is otherwise the newest that depmod ran for', () =>
    assert.equal(chooseKernel(files, '6.2.0'), '6.1.0-10'));
  it('is the running one where there is no tree', () =>
    assert.equal(chooseKernel(new MemoryFileSystem(), '6.2.0'), '6.2.0'));
  it('is not known where there is nothing', () =>
    assert.equal(chooseKernel(new MemoryFileSystem()), undefined));
});
