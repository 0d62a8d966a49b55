import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import type { KmodConfiguration } from '../../../server/src/loaders/kmod/configuration.ts';
import { planKmodLoad, resolveNames } from '../../../server/src/loaders/kmod/plan-load.ts';
import { printKmodConfiguration } from '../../../server/src/loaders/kmod/print-configuration.ts';
import { printKmodPlan } from '../../../server/src/loaders/kmod/print-plan.ts';
import { readKmodConfiguration } from '../../../server/src/loaders/kmod/read-configuration.ts';
import { decode } from '../../../server/src/text/encoding.ts';
import type { ModuleTree } from '../../../server/src/tree/module-tree.ts';
import { openModuleTree } from '../../../server/src/tree/open-module-tree.ts';
import { DiskFileSystem } from '../../../server/src/workspace/disk-file-system.ts';
import { corpusDirectory, describeCorpus } from '../../support/corpus.ts';

/** The release of the machine's own modprobe; undefined when it has none or not kmod's. */
const release = /kmod version (\d+)/.exec(
  spawnSync('modprobe', ['--version'], { encoding: 'utf8' }).stdout ?? '',
)?.[1];

/** Names on and beside a tree of Debian's cloud kernel: modules, built-in ones, aliases, patterns, nonsense. */
const names = [
  'btrfs',
  'xfs',
  'cifs',
  'ext4',
  'nfsd',
  'libcrc32c',
  'crc32c',
  'virtio_net',
  'overlay',
  'vfio',
  'act_mpls',
  'xt_LOG',
  'nf_log_syslog',
  'virtio-net',
  'xt-LOG',
  'nosuch',
  'off',
  'a',
  'foo-bar',
  'foo_bar',
  'usb*',
  'vir*net',
  '[a-c]x',
  'x[',
  '?',
  'net-pf-10',
  'fs-xfs',
  'crypto-md5',
  'pci:v00001AF4d00001000sv*',
  'btrfs.ko',
  'symbol:foo',
]; // prettier-ignore

const name = fc.constantFrom(...names);
const blank = fc.constantFrom(' ', ' ', '  ', '\t', ' \\\n ', '\\\n');
const parameter = fc.constantFrom(
  'a=1',
  'b="x y"',
  "c='q",
  'flag',
  'd=0x10 e',
  'x\\y',
  'a\tb',
  '#c',
  'k=é',
  '"',
);
const command = fc.constantFrom('/bin/false', '/bin/true', '/sbin/modprobe -i x $CMDLINE_OPTS', 'echo a#b');

const words = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((list) => list.join(''));
const word = (text: string) => fc.constant(text);

const line = fc.oneof(
  words(word('alias'), blank, name, blank, name),
  words(word('alias '), fc.constantFrom('pci:v*', 'a*', '*', '[a-z]*', 'fs-*', 'x\\*', '!x'), blank, name),
  words(word('blacklist'), blank, name),
  words(word('options'), blank, name, blank, parameter, blank, parameter),
  words(word('install'), blank, name, blank, command),
  words(word('remove'), blank, name, word(' /sbin/rmmod x')),
  words(word('softdep'), blank, name, word(' pre:'), blank, name, blank, name),
  words(word('softdep'), blank, name, word(' pre: '), name, word(' post: '), name, word(' pre: '), name),
  words(word('softdep'), blank, name, blank, word('post:'), blank, name),
  words(word('softdep '), name),
  words(fc.constantFrom('alias', 'options', 'softdep', 'install', 'include', 'frob', 'ALIAS'), blank, name),
  fc.constantFrom('# comment', '# comment \\', '  # indented', '', '\t', '\\\\', 'options\vx y'),
);
const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.map((each) => `${each}\n`).join(''));
const fileNames = fc.constantFrom(
  'a.conf',
  '00-x.conf',
  'zz.conf',
  'nvidia.conf',
  '.hidden.conf',
  'no-suffix',
  'Modules.conf',
);
const configurationFiles = fc.dictionary(fileNames, text, { minKeys: 1, maxKeys: 3 });

function withoutSourcePlaces(said: string): string {
  return said.replaceAll(/ERROR:? \S+\.c:\d+ /g, 'ERROR: ');
}

/** A root with the tree's indexes and, in place of its modules, empty files: modprobe looks whether they are there. */
function makeRoot(kernel: string): string {
  const root = mkdtempSync(join(tmpdir(), 'modconf-root-'));
  cpSync(join(corpusDirectory, 'trees', kernel), root, { recursive: true });
  const directory = join(root, 'lib', 'modules', kernel);
  for (const entry of readFileSync(join(directory, 'modules.dep'), 'utf8').split('\n').filter(Boolean)) {
    const path = join(directory, entry.slice(0, entry.indexOf(':')));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
  }
  return root;
}

describeCorpus('the real modprobe', () => {
  if (release === undefined) {
    it('is needed', function () {
      if (process.env.CI) throw new Error('modprobe of kmod is missing');
      this.skip(); // Debian's package kmod is not installed
    });
    return;
  }

  let root = '';
  let kernel = '';
  let tree: ModuleTree;
  before(() => {
    kernel = readdirSync(join(corpusDirectory, 'trees')).find((each) => each.includes('cloud')) ?? '';
    root = makeRoot(kernel);
    tree = openModuleTree(new DiskFileSystem(root), kernel)!;
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  /** Nothing is loaded and nothing is run: only questions are asked. */
  function modprobe(directory: string, ...args: readonly string[]) {
    const { stdout, stderr, status } = spawnSync(
      'modprobe',
      ['-d', root, '-S', kernel, '-C', directory, ...args],
      { env: { PATH: process.env.PATH } },
    );
    return { out: decode(stdout).replaceAll(root, ''), err: withoutSourcePlaces(decode(stderr)), status };
  }

  function configurationOf(directory: string): KmodConfiguration {
    return readKmodConfiguration({
      files: new DiskFileSystem('/'),
      moduleDirectory: join(root, 'lib', 'modules', kernel),
      places: [directory],
      release: Number(release),
      commandLine: readFileSync('/proc/cmdline', 'utf8'),
    });
  }

  function compare(directory: string, requests: readonly string[]): void {
    const configuration = configurationOf(directory);
    const printed = printKmodConfiguration(configuration, { exact: true }).map((entry) => `${entry.text}\n`);
    const theirs = modprobe(directory, '-c');
    assert.equal(printed.join(''), theirs.out.slice(0, theirs.out.indexOf('\n# End of configuration files')));
    assert.equal(configuration.messages.map((message) => `${message.text}\n`).join(''), theirs.err);
    for (const request of requests) {
      const shown = modprobe(directory, '-D', request);
      const plan = planKmodLoad(request, configuration, tree);
      assert.deepEqual([printKmodPlan(plan), plan.status], [shown.out, shown.status], `-D ${request}`);
      const resolved = modprobe(directory, '-R', request);
      const ours = resolveNames(request, configuration, tree);
      assert.deepEqual(
        [ours.names.map((each) => `${each}\n`).join(''), ours.status],
        [resolved.out, resolved.status],
        `-R ${request}`,
      );
    }
  }

  it('gives the same answers for configurations made at random', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(configurationFiles, fc.array(name, { minLength: 2, maxLength: 4 }), (files, requests) => {
        const directory = mkdtempSync(join(tmpdir(), 'modconf-set-'));
        try {
          for (const [base, content] of Object.entries(files)) writeFileSync(join(directory, base), content);
          compare(directory, requests);
        } finally {
          rmSync(directory, { recursive: true, force: true });
        }
      }),
      { numRuns: 40 },
    );
  });
});
