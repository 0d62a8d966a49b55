import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { MemoryFileSystem } from '../../server/src/files/memory-file-system.ts';
import { type IndexedModuleTree, openModuleTree } from '../../server/src/tree/open-module-tree.ts';
import { writeBinIndex } from './bin-writer.ts';

const kernel = '6.1.0-1';
const directory = `/lib/modules/${kernel}`;

function tree(content: Readonly<Record<string, string | Uint8Array>>): IndexedModuleTree {
  const files = new MemoryFileSystem({ [`${directory}/kernel/a.ko`]: '' });
  for (const [name, text] of Object.entries(content)) files.write(`${directory}/${name}`, text);
  const opened = openModuleTree(files, kernel);
  assert.ok(opened !== undefined);
  return opened;
}

const names = (aliases: readonly { readonly module: string }[]) => aliases.map(({ module }) => module);

describe('a module tree', () => {
  it('is there when its directory is', () => {
    const files = new MemoryFileSystem({ [`${directory}/modules.dep`]: '', '/lib/modules/file': '' });
    assert.equal(openModuleTree(files, kernel)?.directory, directory);
    for (const missing of ['6.1.0-2', 'file', '', '.', '..', '../modules/6.1.0-1'])
      assert.equal(openModuleTree(files, missing), undefined, missing);
  });

  it('knows the lines of modules.dep by module name', () => {
    const opened = tree({
      'modules.dep': [
        '# made by depmod',
        'kernel/snd-pcm.ko.xz: kernel/snd.ko.xz  kernel/soundcore.ko.xz',
        'no colon',
        '/lib/modules/6.1.0-1/extra/a.ko:',
        'updates/snd-pcm.ko:',
        'kernel/last.ko: kernel/a.ko',
      ].join('\n'),
    });
    assert.deepEqual(opened.module('snd_pcm'), {
      name: 'snd_pcm',
      path: '/lib/modules/6.1.0-1/kernel/snd-pcm.ko.xz',
      listedPath: 'kernel/snd-pcm.ko.xz',
      dependencies: ['kernel/snd.ko.xz', 'kernel/soundcore.ko.xz'],
      line: 1,
    });
    assert.equal(opened.module('a')?.path, '/lib/modules/6.1.0-1/extra/a.ko');
    assert.equal(opened.module('snd-pcm'), undefined);
    assert.deepEqual(
      [...opened.modules()].map(({ name, line }) => `${line} ${name}`),
      ['1 snd_pcm', '3 a', '4 snd_pcm', '5 last'],
    );
    assert.equal(opened.module('snd_pcm'), opened.module('snd_pcm'));
  });

  it('answers aliases in the order of modules.dep', () => {
    const opened = tree({
      'modules.dep': 'b.ko:\na.ko:\nc.ko:\n',
      'modules.alias': 'alias x:* unlisted\nalias x:* c\nalias x:* a\nalias x:1 b\nalias x:? b\nalias y b\n',
      'modules.symbols': 'alias symbol:f c\nalias symbol:f b\n',
    });
    assert.deepEqual(names(opened.aliases('x:1')), ['b', 'b', 'a', 'c', 'unlisted']);
    assert.deepEqual(
      opened.aliasesOf('b').map(({ pattern, line }) => `${line} ${pattern}`),
      ['3 x:1', '4 x:?', '5 y'],
    );
    assert.deepEqual(names(opened.symbols('symbol:f')), ['b', 'c']);
    assert.deepEqual(opened.symbols('symbol:g'), []);
  });

  it('knows what is compiled in', () => {
    const opened = tree({
      'modules.builtin': 'kernel/fs/ext4/ext4.ko\nkernel/lib/crc-t10dif.ko\n',
      'modules.builtin.modinfo': 'ext4.alias=fs-ext?\0one.alias=*\0two.alias=fs-ext4\0ext4.license=GPL\0',
    });
    assert.ok(opened.isBuiltin('ext4') && opened.isBuiltin('crc_t10dif'));
    assert.ok(!opened.isBuiltin('crc-t10dif') && !opened.isBuiltin(''));
    assert.deepEqual(names(opened.builtinAliases('fs_ext4')), ['two', 'ext4', 'one']);
    assert.equal(opened.builtinAliases('fs_ext4')[0]?.line, -1);
    assert.equal(opened.builtinInfo('ext4')?.fields.length, 2);
    assert.equal(opened.builtinInfo('vfat'), undefined);
  });

  it('knows the device nodes that load modules, and the order of the build', () => {
    const opened = tree({
      'modules.devname':
        '# Device nodes\ntun net/tun c10:200\nmy-loop loop0\tb7:0\nbad x p1:2\nbad x c1\nbad x cx:1\nbad x c1:2 y\n',
      'modules.order': 'kernel/b.ko\nkernel/a.ko\n',
    });
    assert.deepEqual(opened.deviceNodes(), [
      { module: 'tun', device: 'net/tun', kind: 'character', major: 10, minor: 200, line: 1 },
      { module: 'my_loop', device: 'loop0', kind: 'block', major: 7, minor: 0, line: 2 },
    ]);
    assert.deepEqual(opened.order(), ['kernel/b.ko', 'kernel/a.ko']);
  });

  it('is answered by the .bin files where the text is missing', () => {
    const entry = (key: string, value: string, priority = 0) => ({ key, value, priority });
    const opened = tree({
      'modules.dep.bin': writeBinIndex([entry('a', 'a.ko: b.ko', 1), entry('b', 'b.ko:', 0)]),
      'modules.alias.bin': writeBinIndex([entry('x:*', 'a', 1), entry('x:1', 'b', 0)]),
      'modules.symbols.bin': writeBinIndex([entry('symbol:f', 'b', 0)]),
      'modules.builtin.bin': writeBinIndex([entry('ext4', '')]),
      'modules.builtin.alias.bin': writeBinIndex([entry('fs_ext4', 'ext4')]),
    });
    assert.deepEqual(
      [...opened.modules()].map(({ name, dependencies, line }) => ({ name, dependencies, line })),
      [
        { name: 'b', dependencies: [], line: -1 },
        { name: 'a', dependencies: ['b.ko'], line: -1 },
      ],
    );
    assert.deepEqual(names(opened.aliases('x:1')), ['b', 'a']);
    assert.deepEqual(names(opened.symbols('symbol:f')), ['b']);
    assert.ok(opened.isBuiltin('ext4'));
    assert.deepEqual(names(opened.builtinAliases('fs_ext4')), ['ext4']);
    assert.deepEqual(opened.problems, []);
  });

  it('has less in it where files are missing or bad, and says which are bad', () => {
    const opened = tree({ 'modules.dep.bin': 'no index', 'modules.alias': 'nothing\nalias\nalias x\n' });
    assert.equal(opened.module('a'), undefined);
    assert.deepEqual([...opened.modules()], []);
    assert.deepEqual(opened.aliases('x'), []);
    assert.ok(!opened.isBuiltin('a'));
    assert.deepEqual(opened.builtinAliases('x'), []);
    assert.deepEqual(
      opened.problems.map(({ path }) => path),
      [`${directory}/modules.dep.bin`],
    );
  });

  it('answers whatever stands in its files', () => {
    const piece = fc.constantFrom(
      'alias ',
      'a',
      'b.ko',
      ':',
      ' ',
      '\n',
      '\r',
      '\0',
      '=',
      '.',
      '*',
      '[',
      ']',
      '#',
      '-',
      'é',
      '\uDC80',
    );
    const text = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));
    const names = ['dep', 'alias', 'symbols', 'builtin', 'builtin.modinfo', 'dep.bin', 'alias.bin'];
    const content = fc.dictionary(fc.constantFrom(...names.map((name) => `modules.${name}`)), text);
    fc.assert(
      fc.property(content, text, (files, request) => {
        const opened = tree(files);
        for (const name of [request, 'a', '']) {
          for (const alias of [...opened.aliases(name), ...opened.aliasesOf(name), ...opened.symbols(name)])
            assert.ok(alias.line >= 0 || files['modules.alias'] === undefined);
          opened.builtinAliases(name);
          opened.builtinInfo(name);
          assert.equal(typeof opened.isBuiltin(name), 'boolean');
        }
        for (const entry of opened.modules()) assert.ok(opened.module(entry.name) !== undefined);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads no file before it is needed', () => {
    const files = new MemoryFileSystem({ [`${directory}/modules.dep`]: 'a.ko:\n' });
    const read: string[] = [];
    const opened = openModuleTree(
      {
        read: (path, limit) => {
          read.push(path);
          return files.read(path, limit);
        },
        stat: (path) => files.stat(path),
        list: (path) => files.list(path),
        realPath: (path) => files.realPath(path),
      },
      kernel,
    );
    assert.deepEqual(read, []);
    opened?.module('a');
    opened?.module('b');
    assert.deepEqual(read, [`${directory}/modules.dep`]);
  });
});
