import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { glob } from '../../server/src/expand/glob.ts';
import type { FileSystem } from '../../server/src/files/file-system.ts';
import { MemoryFileSystem } from '../../server/src/files/memory-file-system.ts';

const files = new MemoryFileSystem({
  '/lib/modules/2.4.18/local/a.o': '',
  '/lib/modules/2.4.20/local/a.o': '',
  '/lib/modules/2.4.20/local/b.o': '',
  '/lib/modules/2.4.20/.hidden': '',
  '/lib/modules/2.4.21-pre1/other/a.o': '',
  '/etc/modules.conf': '',
  '/etc/a[1]': '',
});

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['/lib/modules/2.4.*', ['/lib/modules/2.4.18', '/lib/modules/2.4.20', '/lib/modules/2.4.21-pre1']],
  ['/lib/modules/2.4.??', ['/lib/modules/2.4.18', '/lib/modules/2.4.20']],
  ['/lib/modules/2.4.?[08]/local', ['/lib/modules/2.4.18/local', '/lib/modules/2.4.20/local']],
  ['/lib/*/2.4.20/local/[a-b].o', ['/lib/modules/2.4.20/local/a.o', '/lib/modules/2.4.20/local/b.o']],
  ['/lib/modules/*/other', ['/lib/modules/2.4.21-pre1/other']],
  // Slashes stay as they are written.
  ['//lib//m*//2.4.18', ['//lib//modules//2.4.18']],
  ['/e*/', ['/etc/']],
  ['/etc/m*/', []],
  // Files on the way lead nowhere.
  ['/etc/*/x', []],
  ['/nowhere/*', []],
  ['*', ['etc', 'lib']],
  ['e*/modules.conf', ['etc/modules.conf']],
  ['/lib/modules/2.4.20/*', ['/lib/modules/2.4.20/local']],
  ['/lib/modules/2.4.20/.h*', ['/lib/modules/2.4.20/.hidden']],
  ['/lib/modules/2.4.18/.*', ['/lib/modules/2.4.18/.', '/lib/modules/2.4.18/..']],
  ['/*/../etc/modules.conf', ['/etc/../etc/modules.conf', '/lib/../etc/modules.conf']],
  // Without a wildcard that works, existence decides.
  ['/etc/a[1]', []],
  ['/etc/a[', []],
  ['/etc/~', []],
  ['/etc', ['/etc']],
  ['/etc/', ['/etc/']],
  ['/etc/modules.conf/', []],
];

describe('glob(3)', () => {
  for (const [pattern, paths] of cases) {
    it(`${pattern} finds ${paths.length === 0 ? 'nothing' : paths.join(' ')}`, () => {
      assert.deepEqual(glob(pattern, files), paths);
    });
  }

  it('follows links to directories and passes over files', () => {
    const linked: FileSystem = {
      ...{ read: () => new Uint8Array(), realPath: (path: string) => path },
      list: (path) =>
        path === '/'
          ? [
              { name: 'directory', kind: 'link' },
              { name: 'file', kind: 'link' },
            ]
          : [{ name: 'x', kind: 'file' }],
      stat: (path) => ({
        kind: path.startsWith('/directory') ? 'directory' : 'file',
        size: 0,
        modified: 0,
        mode: 0,
      }),
    };
    assert.deepEqual(glob('/*/x*', linked), ['/directory/x']);
  });

  it('gives up where the limits are reached', () => {
    const many = new MemoryFileSystem();
    for (let index = 0; index < 30; index++) many.write(`/a/${index}/b/c`, '');
    assert.equal(glob('/a/*', many, { matches: 29, directories: 10 }), undefined);
    assert.equal(glob('/a/*', many, { matches: 30, directories: 10 })?.length, 30);
    assert.equal(glob('/a/*/*', many, { matches: 1000, directories: 30 }), undefined);
    assert.equal(glob('/a/*/*', many, { matches: 1000, directories: 31 })?.length, 30);
  });

  it('never throws', () => {
    const pattern = fc.string({ unit: fc.constantFrom('/', '*', '?', '[', ']', '.', 'e', 't', 'c', '~') });
    fc.assert(fc.property(pattern, (text) => Array.isArray(glob(text, files))));
  });
});
