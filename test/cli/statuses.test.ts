import { strict as assert } from 'node:assert';
import { runCommand } from '../support/command.ts';
import { temporaryDirectory, writeFiles } from '../support/temporary.ts';

interface Case {
  readonly line: string;
  readonly status: number;
  /** What stdout must contain; empty: nothing at all may be there. */
  readonly out?: string;
  readonly err?: string;
  readonly input?: string;
}

const machine = {
  'ok/etc/modules.conf': 'alias eth1 eepro100\n',
  'bad/etc/modules.conf': 'alais eth0 eepro100\n',
  'bad/lib/modules/2.4.20/modules.dep': '/lib/modules/2.4.20/a.o:\n',
  'ok/lib/modules/2.4.20/modules.dep': '/lib/modules/2.4.20/eepro100.o:\n',
  'info/etc/modules.conf': 'alias char-major-4 serial\n',
  'none/readme.txt': 'nothing to check here\n',
  'none/.git/modules.conf': 'alais\n',
  'none/node_modules/x/modules.conf': 'alais\n',
  'none/modules.dep.5.gz': Uint8Array.of(0x1f, 0x8b, 8),
  'marked/anything': '# modconf: language=modules.conf\nalais eth0 e100\n',
  'binary/modules.conf': Uint8Array.from({ length: 200 }, (_, index) => (index * 37) % 24),
};

const cases: readonly Case[] = [
  { line: 'check ok/etc', status: 0, out: 'No findings in 1 file' },
  { line: 'check ok/etc --quiet', status: 0, out: '' },
  { line: 'check --root ok', status: 0, out: '1 info in 1 of 2 files' },
  { line: 'check --root bad', status: 1, out: 'unknown-directive' },
  { line: 'check info', status: 0, out: '1 info in 1 file' },
  { line: 'check --root info info', status: 0, out: 'alias-same-as-builtin' },
  { line: 'check marked', status: 1, out: 'marked/anything' },
  { line: 'check ok bad binary', status: 3, out: 'bad/etc/modules.conf', err: 'looks like a binary file' },
  { line: 'check none', status: 2, out: '', err: 'there is no file to check' },
  { line: 'check none/readme.txt', status: 2, err: '--language' },
  { line: 'check none/readme.txt bad', status: 2, out: 'unknown-directive', err: 'readme.txt' },
  { line: 'check --language modules.conf none/readme.txt', status: 1, out: 'unknown-directive' },
  { line: 'check missing bad', status: 3, out: 'unknown-directive', err: 'missing: no such file' },
  { line: 'check --root missing', status: 3, err: 'missing: is not a directory' },
  { line: 'check --dep missing ok', status: 3, err: 'missing: no such file' },
  { line: 'check --conf bad/etc/modules.conf --root bad', status: 1, out: 'unknown-directive' },
  { line: 'check --conf bad bad', status: 2, err: 'either --conf or a PATH' },
  { line: 'check -', status: 2, input: 'alias a b\n', err: '--language' },
  { line: 'check - --stdin-path x/modules.conf', status: 1, input: 'alais\n', out: 'x/modules.conf' },
  { line: 'check - --language modules.dep', status: 1, input: 'a.o : b.o\n', out: 'dep-malformed' },
  { line: 'check --root bad --format json', status: 1, out: '"summary":{"error":1' },
  { line: 'check none --format json', status: 2, out: '', err: 'no file to check' },
  { line: 'show --root ok', status: 0, out: 'alias eth1 eepro100' },
  { line: 'show --root bad', status: 1, out: 'path[boot]', err: 'modprobe: Invalid line 1' },
  { line: 'show --root ok missing.conf', status: 3, err: 'missing.conf: no such file' },
  { line: 'show none/readme.txt', status: 2, err: '--language' },
  { line: 'show bad/lib/modules/2.4.20/modules.dep', status: 2, err: 'no configuration' },
  { line: 'show - --language modules.conf --kernel 2.4.20', status: 0, input: 'keep\n', out: 'path[boot]' },
  { line: 'resolve --root ok eth1', status: 0, out: '/sbin/insmod /lib/modules/2.4.20/eepro100.o\n' },
  { line: 'resolve --root ok nosuch', status: 1, out: '', err: "Can't locate module nosuch" },
  { line: 'resolve --root ok nosuch eth1', status: 1, out: 'eepro100.o', err: 'nosuch' },
  { line: 'resolve --root bad eth0', status: 1, out: '', err: 'Invalid line 1' },
  { line: 'resolve --root ok --conf missing eth0', status: 3, err: 'missing: no such file' },
  { line: 'resolve --root ok --dep missing eth0', status: 3, err: 'missing: no such file' },
  { line: 'resolve', status: 2, err: 'resolve needs NAME…' },
  { line: 'rules', status: 0, out: 'unknown-directive' },
  { line: 'rules --language modules.dep', status: 0, out: 'dep-malformed' },
  { line: 'rules keep-without-effect', status: 0, out: 'Rests on:' },
  { line: 'rules keep-without-efect', status: 2, err: 'did you mean keep-without-effect?' },
  { line: '--version', status: 0, out: 'modconf ' },
  { line: 'resolve --version', status: 0, out: 'modconf ' },
  { line: '--help', status: 0, out: 'Usage: modconf COMMAND' },
  { line: 'help check', status: 0, out: 'Usage: modconf check' },
  { line: 'resolve --help', status: 0, out: '--why' },
  { line: '', status: 2, out: '', err: 'Usage: modconf COMMAND' },
  { line: 'chekc', status: 2, err: 'did you mean check?' },
  { line: '--root ok check', status: 2, err: 'the first word is a command' },
  { line: 'check --colour', status: 2, err: 'did you mean --color?' },
  { line: 'check --color blue', status: 2, err: 'auto, always, never' },
  { line: 'check --language modprobed', status: 2, err: 'did you mean modprobe.d?' },
  { line: 'check --root', status: 2, err: '--root needs a DIR' },
  { line: 'check --root --quiet', status: 2, err: '--root needs a DIR' },
  { line: 'check --quiet=yes', status: 2, err: '--quiet takes no value' },
  { line: 'check -x', status: 2, err: 'there is no option -x' },
  { line: 'lsp', status: 2, err: 'one of --stdio' },
  { line: 'lsp --stdio --node-ipc', status: 2, err: 'one of --stdio' },
  { line: 'lsp --socket=many', status: 2, err: 'port number' },
  { line: 'lsp --stdio extra', status: 2, err: 'takes no `extra`' },
];

describe('the exit status', () => {
  const temporary = temporaryDirectory();
  before(() => writeFiles(temporary(), machine));

  for (const { line, status, out, err, input } of cases) {
    it(`of \`modconf ${line}\` is ${status}`, () => {
      const args = line === '' ? [] : line.split(' ');
      const result = runCommand(args, { cwd: temporary(), ...(input !== undefined && { input }) });
      const stdout = result.stdout.toString();
      assert.equal(result.status, status, `${stdout}\n${result.stderr}`);
      if (out === '') assert.equal(stdout, '');
      else if (out !== undefined) assert.ok(stdout.includes(out), stdout);
      if (err === undefined) assert.equal(result.stderr, '');
      else assert.ok(result.stderr.includes(err), result.stderr);
    });
  }
});
