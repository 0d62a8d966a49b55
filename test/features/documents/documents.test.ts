import { strict as assert } from 'node:assert';
import { effectiveDocument } from '../../../server/src/features/documents/effective.ts';
import { explainDocument } from '../../../server/src/features/documents/explain.ts';
import type { VirtualDocument } from '../../../server/src/features/documents/virtual-document.ts';
import { snapshotOfMachine } from '../../../server/src/features/documents/whose.ts';
import { snapshotOf } from '../../support/snapshot.ts';

const old = '/lib/modules/2.4.20';
const today = '/lib/modules/6.1.0';

const modutils = snapshotOf(
  'alias eth0 eepro100\noptions sb io=0x220\nadd options sb irq=5\nalias slip off\n',
  {
    files: {
      [`${old}/modules.dep`]: `${old}/eepro100.o:\t${old}/mii.o\n${old}/mii.o:\n${old}/slip.o:\n`,
    },
  },
);

const kmod = snapshotOf('blacklist algif_aead\noptions snd-pcm debug=1 # x\n', {
  path: '/etc/modprobe.d/a.conf',
  kernel: '6.1.0',
  files: {
    '/usr/lib/modprobe.d/b.conf': 'install cramfs /bin/false\n',
    [`${today}/modules.dep`]: 'algif_aead.ko:\ncramfs.ko:\nsnd-pcm.ko:\n',
    [`${today}/modules.alias`]: 'alias crypto-gcm algif_aead\n',
  },
});

/** The lines with links: what is linked, and where it leads. */
function linksOf({ text, links }: VirtualDocument): string[] {
  const lines = text.split('\n');
  return links.map(({ range: { start, end }, target }) => {
    assert.equal(start.line, end.line);
    return `${lines[start.line]?.slice(start.character, end.character)} → ${target.replace('file:///root', '')}`;
  });
}

describe('the effective configuration as a document', () => {
  it('has the lines of modprobe -c and where they come from, for modutils', () => {
    const document = effectiveDocument(modutils);
    assert.equal(document.language, 'modules.conf');
    assert.match(document.text, /^# What modprobe makes of \/etc\/modules\.conf with kernel 2\.4\.20\.$/m);
    assert.match(document.text, /^alias eth0 eepro100 +# \/etc\/modules\.conf:1$/m);
    assert.match(
      document.text,
      /^options sb io=0x220 irq=5 +# \/etc\/modules\.conf:2, \/etc\/modules\.conf:3$/m,
    );
    assert.match(document.text, /^depfile=\/lib\/modules\/2\.4\.20\/modules\.dep +# built in$/m);
    assert.deepEqual(linksOf(document).sort(), [
      '/etc/modules.conf:1 → /etc/modules.conf#L1',
      '/etc/modules.conf:2 → /etc/modules.conf#L2',
      '/etc/modules.conf:3 → /etc/modules.conf#L3',
      '/etc/modules.conf:4 → /etc/modules.conf#L4',
    ]);
  });

  it('has the lines of the whole set, for kmod', () => {
    const document = effectiveDocument(kmod);
    assert.equal(document.language, 'modprobe.d');
    assert.match(document.text, /^# What modprobe makes of 2 files with kernel 6\.1\.0\.$/m);
    assert.match(document.text, /^install cramfs \/bin\/false +# \/usr\/lib\/modprobe\.d\/b\.conf:1$/m);
    assert.ok(linksOf(document).includes('/etc/modprobe.d/a.conf:2 → /etc/modprobe.d/a.conf#L2'));
  });
});

describe('the explanation of a name', () => {
  it('says what an alias stands for, what is loaded and why, for modutils', () => {
    const { text, language } = explainDocument('eth0', modutils);
    assert.equal(language, 'markdown');
    assert.match(text, /^# eth0$/m);
    assert.match(text, /eepro100/);
    assert.match(text, /insmod \*\*mii\*\*, needed by eepro100/);
    // It is read beside the file: `line 1` would be none of its own.
    assert.doesNotMatch(text, /\[line/);
    assert.match(text, /^No\. `alias eepro100 off`/m);
  });

  it('says what modutils refuses to load', () => {
    assert.match(explainDocument('slip', modutils).text, /^Yes: modprobe does not load/m);
  });

  it('says how a module can be loaded and what would close every way, for kmod', () => {
    const { text } = explainDocument('algif_aead', kmod);
    assert.match(text, /\*\*algif_aead\*\*: NOT blocked\. It can still be loaded:/);
    assert.match(text, /^\| by name `algif_aead` .* \| open \|/m);
    assert.match(text, /^\| by alias `crypto_gcm` .* \| closed \| .*a\.conf:1/m);
    assert.match(text, /```modprobe\.d\ninstall algif_aead \/bin\/false\n```/);
  });

  it('says that a module is blocked', () => {
    assert.match(explainDocument('cramfs', kmod).text, /\*\*cramfs\*\*: blocked\./);
  });

  it('is there for a machine of which no file is open', () => {
    const { text } = explainDocument('cramfs', snapshotOfMachine(kmod.project, kmod.uriOf));
    assert.match(text, /\*\*cramfs\*\*: blocked\./);
  });

  it('keeps a strange name as it is', () => {
    assert.match(explainDocument('*<b>_x_', modutils).text, /^# \\\*\\<b\\>\\_x\\_$/m);
  });
});
