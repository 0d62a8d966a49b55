import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { moduleName24, readDep24 } from '../../server/src/tree/dep24.ts';

describe('the name of a module file of kernel 2.4', () => {
  for (const [path, name] of [
    ['/lib/modules/2.4.20/kernel/fs/fat.o', 'fat'],
    ['/x/fat.o.gz', 'fat'],
    ['fat.mod', 'fat'],
    ['/x/fat.ko', 'fat.ko'],
    ['fat', 'fat'],
    ['/dev/sg0', 'sg0'],
    ['.o', '.o'],
    ['.mod', '.mod'],
    ['ppp-x_y.o', 'ppp-x_y'],
    ['a.b.o', 'a.b'],
    ['x.gz', 'x.gz'],
    ['dir/', ''],
  ] as const) {
    it(`of ${path} is ${name || 'empty'}`, () => assert.equal(moduleName24(path), name));
  }
});

describe('modules.dep of kernel 2.4', () => {
  const text = [
    '# made by hand',
    '/m/a.o:\t/m/b.o \\',
    '\t/m/c.o # more',
    '',
    '/m/b.o:',
    ' /m/c.o.gz:/m/d.o  /m/e.o',
    '/other/b.o: /m/x.o',
  ].join('\n');
  const list = readDep24('/m/modules.dep', text);

  it('has targets with what they need', () => {
    assert.deepEqual(
      list.entries.map(({ name, path, dependencies }) => [name, path, ...dependencies]),
      [
        ['a', '/m/a.o', '/m/b.o', '/m/c.o'],
        ['b', '/m/b.o'],
        ['c', '/m/c.o.gz', '/m/d.o', '/m/e.o'],
        ['b', '/other/b.o', '/m/x.o'],
      ],
    );
  });

  it('knows the lines of its entries', () => {
    assert.deepEqual(
      list.entries.map(({ line }) => line),
      [1, 4, 5, 6],
    );
  });

  it('finds the first entry of a name, and every path', () => {
    assert.equal(list.byName('b')?.path, '/m/b.o');
    assert.equal(list.byName('d'), undefined);
    assert.equal(list.byPath('/other/b.o')?.line, 6);
    assert.equal(list.byPath('b'), undefined);
  });

  for (const [title, line] of [
    ['a blank before the colon', '/m/d.o : /m/a.o'],
    ['no colon', '/m/d.o'],
  ] as const) {
    it(`ends at ${title}`, () => {
      const broken = readDep24('/x', `/m/a.o:\n/m/b.o: \\\n\n${line}  # x\n/m/e.o:\n`);
      assert.deepEqual(broken.invalid, { number: 4, text: line });
      assert.equal(broken.entries.length, 2);
    });
  }

  it('may begin with its colon', () => {
    assert.deepEqual(readDep24('/x', ': /m/a.o').entries, [
      { name: '', path: '', dependencies: ['/m/a.o'], line: 0 },
    ]);
  });

  it('is read whatever it is', () => {
    const unit = fc.constantFrom('a', '.o', ':', ' ', '\t', '\n', '\\', '#', '\0', '\x01');
    fc.assert(fc.property(fc.string({ unit }), (sample) => readDep24('/x', sample).entries.length >= 0));
  });
});
