import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { encode } from '../../server/src/text/encoding.ts';
import { elfSection } from '../../server/src/tree/elf-section.ts';
import { parseBuiltinInfo, parseModuleInfo, valuesOf } from '../../server/src/tree/module-info.ts';
import { type ElfKind, elfKinds, writeElf } from './elf-writer.ts';

const modern = [
  'license=GPL',
  'alias=pci:v00008086d*',
  'alias=e1000',
  'parm=debug:Verbosity (0=none)',
  'parmtype=debug:int',
  'parmtype=copybreak:uint',
  'parm=noted:only a text',
  'odd',
  'vermagic=6.1.0 SMP ',
];

const old = [
  'kernel_version=2.4.20',
  'parm_irq=1-4i',
  'parm_desc_irq=interrupt lines',
  'parm_io=1i',
  'author=B = C',
];

describe('the .modinfo of a module', () => {
  for (const kind of elfKinds) {
    it(`is found in a file of ${kind.bits} bits, ${kind.order} byte first`, () => {
      const info = parseModuleInfo(writeElf({ '.text': 'x', '.modinfo': `${modern.join('\0')}\0` }, kind));
      assert.ok(typeof info === 'object');
      assert.deepEqual(
        info.fields.map(({ key, value }) => `${key}=${value}`),
        modern.map((text) => (text === 'odd' ? 'odd=' : text)),
      );
    });
  }

  it('has parameters with type and text, in the order of modinfo', () => {
    const info = parseModuleInfo(writeElf({ '.modinfo': modern.join('\0') }));
    assert.ok(typeof info === 'object');
    assert.deepEqual(info.parameters, [
      { name: 'noted', type: undefined, description: 'only a text' },
      { name: 'copybreak', type: 'uint', description: undefined },
      { name: 'debug', type: 'int', description: 'Verbosity (0=none)' },
    ]);
    assert.deepEqual(valuesOf(info, 'alias'), ['pci:v00008086d*', 'e1000']);
  });

  it('has parameters in the form of 2.4', () => {
    const info = parseModuleInfo(writeElf({ '.modinfo': old.join('\0\0\0') }, { bits: 32, order: 'low' }));
    assert.ok(typeof info === 'object');
    assert.deepEqual(info.parameters, [
      { name: 'io', type: '1i', description: undefined },
      { name: 'irq', type: '1-4i', description: 'interrupt lines' },
    ]);
    assert.deepEqual(valuesOf(info, 'author'), ['B = C']);
  });

  it('is missing where there is none', () => {
    const elf = writeElf({ '.text': 'x' });
    assert.equal(parseModuleInfo(elf), 'no-section');
    assert.equal(parseModuleInfo(encode('#!/bin/sh\n# a script that is longer than a header')), 'not-elf');
    assert.equal(parseModuleInfo(new Uint8Array()), 'not-elf');
    assert.equal(parseModuleInfo(elf.subarray(0, elf.length - 40)), 'damaged');
    assert.equal(parseModuleInfo(elf.subarray(0, 40)), 'damaged');
  });

  it('is found among more sections than the header can count', () => {
    const elf = writeElf({ '.modinfo': 'license=GPL' }, { bits: 64, order: 'low' }, { extendedCounts: true });
    assert.ok(typeof parseModuleInfo(elf) === 'object');
  });

  it('can be damaged in any way without harm', () => {
    const kind = fc.constantFrom<ElfKind>(...elfKinds);
    const change = fc.tuple(fc.nat(2000), fc.constantFrom(0, 1, 2, 0x7f, 0x80, 0xff));
    fc.assert(
      fc.property(kind, fc.array(change, { minLength: 1, maxLength: 6 }), (form, changes) => {
        const bytes = writeElf({ '.text': 'abc', '.modinfo': modern.join('\0') }, form);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const section = elfSection(bytes, '.modinfo');
        assert.ok(typeof section === 'string' || section.length <= bytes.length);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('modules.builtin.modinfo', () => {
  it('says it for each module that is compiled in', () => {
    const text =
      'snd-pcm.license=GPL\0ext4.alias=fs-ext4\0snd_pcm.parmtype=debug:int\0noise\0ext4.alias=ext3\0';
    const infos = parseBuiltinInfo(encode(text));
    assert.deepEqual([...infos.keys()], ['snd_pcm', 'ext4']);
    assert.deepEqual(valuesOf(infos.get('ext4')!, 'alias'), ['fs-ext4', 'ext3']);
    assert.deepEqual(infos.get('snd_pcm')?.parameters, [
      { name: 'debug', type: 'int', description: undefined },
    ]);
  });
});
