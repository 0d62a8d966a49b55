import { strict as assert } from 'node:assert';
import { MemoryFileSystem } from '../../../server/src/files/memory-file-system.ts';
import type { KmodEnvironment } from '../../../server/src/loaders/kmod/configuration.ts';
import { printKmodConfiguration } from '../../../server/src/loaders/kmod/print-configuration.ts';
import { readKmodConfiguration } from '../../../server/src/loaders/kmod/read-configuration.ts';
import { describeOrigin, rangeOf } from '../../../server/src/loaders/origin.ts';

type Environment = Omit<KmodEnvironment, 'files'>;

function read(files: Record<string, string>, environment: Environment = {}) {
  return readKmodConfiguration({ files: new MemoryFileSystem(files), ...environment });
}

function printed(files: Record<string, string>, environment: Environment = {}): string[] {
  return printKmodConfiguration(read(files, environment)).map(({ text }) => text);
}

describe('the configuration of kmod', () => {
  it('comes from five directories, sorted by base name', () => {
    const files = {
      '/lib/modprobe.d/a.conf': 'alias a lib',
      '/usr/lib/modprobe.d/Z.conf': 'alias Z usr_lib',
      '/usr/local/lib/modprobe.d/b.conf': 'alias b usr_local_lib',
      '/run/modprobe.d/c.conf': 'alias c run',
      '/etc/modprobe.d/_.conf': 'alias _ etc',
      '/usr/share/modprobe.d/no.conf': 'alias no no',
    };
    assert.deepEqual(printed(files), [
      'alias Z usr_lib',
      'alias _ etc',
      'alias a lib',
      'alias b usr_local_lib',
      'alias c run',
    ]);
  });

  it('says what became of every file', () => {
    const { files } = read({
      '/etc/modprobe.d/a.conf': 'blacklist a',
      '/etc/modprobe.d/empty.conf': '',
      '/etc/modprobe.d/.hidden.conf': '',
      '/etc/modprobe.d/a.conf.bak': '',
      '/etc/modprobe.d/dir/x.conf': '',
      '/run/modprobe.d/a.conf': 'blacklist b',
      '/lib/modprobe.d/empty.conf': 'blacklist c',
    });
    assert.deepEqual(
      files.map(({ path, state, winner, reason }) => [path, state, winner ?? reason].join(' ').trim()),
      [
        '/etc/modprobe.d/.hidden.conf ignored hidden',
        '/etc/modprobe.d/a.conf read',
        '/etc/modprobe.d/a.conf.bak ignored no-suffix',
        '/etc/modprobe.d/dir ignored directory',
        '/etc/modprobe.d/empty.conf mask',
        '/run/modprobe.d/a.conf shadowed /etc/modprobe.d/a.conf',
        '/lib/modprobe.d/empty.conf masked /etc/modprobe.d/empty.conf',
      ],
    );
  });

  it('complains about a directory with the name of a file', () => {
    const { messages } = read({ '/etc/modprobe.d/x.conf/y.conf': 'bad', '/etc/modprobe.d/a.conf': 'bad\n' });
    assert.deepEqual(
      messages.map(({ text }) => text),
      [
        'libkmod: ERROR: conf_files_filter_out: Directories inside directories are not supported: /etc/modprobe.d/x.conf',
        "libkmod: ERROR: kmod_config_parse: /etc/modprobe.d/a.conf line 1: ignoring bad line starting with 'bad'",
      ],
    );
  });

  it('sorts the files of the module tree in, also beside a given place', () => {
    const files = {
      '/lib/modules/6.1/modules.softdep': 'softdep m pre: tree',
      '/lib/modules/6.1/modules.weakdep': 'weakdep m tree',
      '/etc/modprobe.d/a.conf': 'softdep m pre: a',
      '/etc/modprobe.d/nvidia.conf': 'softdep m pre: nvidia\nweakdep m nvidia',
      '/srv/some.file': 'softdep m post: z',
    };
    const moduleDirectory = '/lib/modules/6.1';
    assert.deepEqual(printed(files, { moduleDirectory }), [
      'softdep m pre: a',
      'softdep m pre: tree',
      'softdep m pre: nvidia',
      'weakdep m tree',
      'weakdep m nvidia',
    ]);
    assert.deepEqual(printed(files, { moduleDirectory, places: ['/srv/some.file'] }), [
      'softdep m pre: tree',
      'softdep m post: z',
      'weakdep m tree',
    ]);
    assert.deepEqual(printed(files, { moduleDirectory, places: ['/srv'], release: 32 }), [
      'softdep m pre: tree',
    ]);
  });

  it('takes the kernel command line in', () => {
    const commandLine =
      'BOOT_IMAGE=/vmlinuz-6.1.0 ro quiet usb-core.nousb 0.0.0.0:2024 a.b.c=1 snd.a=1 snd.b="x y" modprobe.blacklist=a-b,c [x.y=1 x.\n';
    const { messages } = read({}, { commandLine });
    assert.deepEqual(printed({}, { commandLine }), [
      'blacklist a-b',
      'blacklist c',
      'options usb_core nousb',
      'options snd a=1',
      'options snd b="x y"',
      'options x ',
    ]);
    assert.deepEqual(
      messages.map(({ text }) => text),
      [
        "libkmod: ERROR: kcmdline_parse_result: Ignoring bad option on kernel command line while parsing module name: '[x'",
      ],
    );
  });

  it('prints softdeps in order, unless exactly as kmod does', () => {
    const files = {
      '/etc/modprobe.d/a.conf': 'softdep c pre: x post: y pre: z\nsoftdep d post: a pre: b\nsoftdep e post:',
    };
    assert.deepEqual(printed(files), [
      'softdep c pre: x z post: y',
      'softdep d pre: b post: a',
      'softdep e ',
    ]);
    assert.deepEqual(
      printKmodConfiguration(read(files), { exact: true }).map(({ text }) => text),
      ['softdep c pre: x y zpost: y', 'softdep d pre: bpost: a', 'softdep e '],
    );
  });

  it('knows where every entry comes from', () => {
    const { aliases } = read({ '/etc/modprobe.d/a.conf': '# one\n alias a-b \\\n c # x \r\n' });
    const origin = aliases[0]!.origin;
    assert.equal(describeOrigin(origin), '/etc/modprobe.d/a.conf:2');
    assert.ok(origin.kind === 'file');
    assert.deepEqual(rangeOf(origin), { start: { line: 1, character: 1 }, end: { line: 2, character: 6 } });
  });

  it('reads open buffers instead of files', () => {
    const files = new MemoryFileSystem({ '/etc/modprobe.d/a.conf': 'alias a disk' });
    const buffers = new MemoryFileSystem({ '/etc/modprobe.d/a.conf': 'alias a buffer' });
    const [file] = readKmodConfiguration({ files: buffers }).effective;
    const configuration = readKmodConfiguration({ files, open: () => file! });
    assert.equal(configuration.aliases[0]!.module, 'buffer');
  });
});
