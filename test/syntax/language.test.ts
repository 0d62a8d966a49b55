import { strict as assert } from 'node:assert';
import { type LanguageId, languageOf } from '../../server/src/syntax/language.ts';

const byPath: [string, LanguageId | undefined][] = [
  ['/etc/modules.conf', 'modules.conf'],
  ['/etc/conf.modules', 'modules.conf'],
  ['etc/modules.conf.old', 'modules.conf'],
  ['/etc/modutils/aliases', 'modules.conf'],
  ['/etc/modutils/arch/i386', 'modules.conf'],
  ['/etc/modutils/aliases.dpkg-old', undefined],
  ['/etc/modules.d/alsa', 'modules.conf'],
  ['corpus/modules.conf/red-hat.conf', 'modules.conf'],
  ['corpus/modules.conf/SOURCES.tsv', undefined],
  ['/lib/modules/2.4.20/modules.dep', 'modules.dep'],
  ['/lib/modules/6.1.0/modules.dep.bin', undefined],
  ['old.dep', 'modules.dep'],
  ['/etc/modprobe.d/a.conf', 'modprobe.d'],
  ['modprobe.d/no-suffix', 'modprobe.d'],
  ['/etc/modprobe.d/a.conf.disabled', 'modprobe.d'],
  ['/etc/modprobe.d/a.conf.dpkg-old', undefined],
  ['/usr/lib/modprobe.d/README', undefined],
  ['/etc/modules-load.d/notes.md', undefined],
  ['/etc/modprobe.conf', 'modprobe.d'],
  ['/lib/modules/6.1.0/modules.softdep', 'modprobe.d'],
  ['/etc/modules-load.d/virtio.conf', 'modules-load.d'],
  ['/etc/modules', 'modules-load.d'],
  ['/var/lib/modules', undefined],
  ['/etc/depmod.d/ubuntu.conf', 'depmod.d'],
  ['/etc/depmod.conf', 'depmod.d'],
  ['/etc/fstab', undefined],
  ['modules', undefined],
];

describe('the language of a file', () => {
  for (const [path, language] of byPath) {
    it(`${path}: ${language ?? 'none'}`, () => assert.equal(languageOf(path), language));
  }

  it('is what the first line says, whatever the path', () => {
    assert.equal(languageOf('/etc/modprobe.d/a.conf', '# modconf: language=modules.conf\n'), 'modules.conf');
    assert.equal(languageOf('x', '#modconf:language=depmod.d'), 'depmod.d');
    assert.equal(languageOf('x', '\uFEFF# modconf: language=modprobe.d\n'), 'modprobe.d');
    assert.equal(languageOf('/etc/modules.conf', '# modconf: language=nonsense\n'), 'modules.conf');
    assert.equal(languageOf('x', '\n# modconf: language=modprobe.d\n'), undefined);
  });
});
