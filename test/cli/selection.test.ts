import { strict as assert } from 'node:assert';
import { runCommand } from '../support/command.ts';
import { temporaryDirectory, writeFiles } from '../support/temporary.ts';

/** An error, two warnings of one rule, a piece of information; by rule. */
const error = 'space-before-equals';
const warning = 'options-word-ignored';
const info = 'alias-overridden';
const text = 'persistdir = /x\noptions a b\noptions c d\nalias eth0 e100\n';

const machine = {
  'etc/modules.conf': text,
  'modconf.json': JSON.stringify({ rules: { [warning]: 'off' } }),
  'only-info/modules.conf': 'alias eth0 e100\n',
  'migration/modules.conf': 'keep\npath[misc]=/x\n',
  'only-warnings/modules.conf': 'options a b\noptions c d\n',
};

/** Each row: the options, the rules whose findings are printed, the exit status. */
const cases: readonly (readonly [string, readonly string[], number])[] = [
  ['', [error, warning, warning, info], 1],
  [`--select ${warning}`, [warning, warning], 1],
  [`--select ${warning},${info}`, [warning, warning, info], 1],
  [`--select ${warning} --select ${info}`, [warning, warning, info], 1],
  ['--select alias-*', [info], 0],
  [`--select *-* --ignore ${error}`, [warning, warning, info], 1],
  [`--ignore ${error} --ignore ${warning}`, [info], 0],
  ['--severity error', [error], 1],
  ['--severity warning', [error, warning, warning], 1],
  ['--severity info', [error, warning, warning, info], 1],
  [`--fail-on error --ignore ${error}`, [warning, warning, info], 0],
  ['--fail-on error', [error, warning, warning, info], 1],
  ['--fail-on info --select alias-*', [info], 1],
  ['--fail-on info --select alias-* --severity warning', [], 0],
  ['--fail-on never', [error, warning, warning, info], 0],
  [`--max-warnings 2 --ignore ${error}`, [warning, warning, info], 0],
  [`--max-warnings 1 --ignore ${error}`, [warning, warning, info], 1],
  ['--max-warnings 2', [error, warning, warning, info], 1],
  ['--max-warnings 1 --fail-on never', [error, warning, warning, info], 0],
  [`--max-warnings 1 --fail-on error --ignore ${error}`, [warning, warning, info], 1],
];

describe('what counts', () => {
  const temporary = temporaryDirectory();
  const check = (...args: string[]) => {
    const { status, stdout, stderr } = runCommand(['check', ...args], { cwd: temporary() });
    return { status, stderr, out: stdout.toString() };
  };
  before(() => writeFiles(temporary(), machine));

  for (const [options, rules, status] of cases) {
    it(`with ${options || 'nothing said'}`, () => {
      const args = ['--no-config', '--format', 'concise', ...options.split(' ').filter(Boolean)];
      const result = check(...args, 'etc');
      const found = [...result.out.matchAll(/\[([\w-]+)\]$/gm)].map(([, rule]) => rule);
      assert.deepEqual(found, rules);
      assert.equal(result.status, status);
      assert.equal(result.stderr, '');
    });
  }

  it('is said by the command line before the configuration', () => {
    const rules = (...args: string[]) =>
      [...check('--format', 'concise', ...args, 'etc').out.matchAll(/\[([\w-]+)\]$/gm)].map(
        ([, rule]) => rule,
      );
    assert.deepEqual(rules(), [error, info]);
    assert.deepEqual(rules('--select', warning), [warning, warning]);
  });

  it('can be a rule that only a profile turns on', () => {
    const { out } = check(
      '--no-config',
      '--format',
      'concise',
      '--select',
      'no-modprobe-equivalent',
      'migration',
    );
    assert.match(out, /\[no-modprobe-equivalent\]/);
  });

  for (const [args, message] of [
    [['--select', 'alias-overriden'], /did you mean alias-overridden\?/],
    [['--ignore', 'xyz*'], /there is no rule `xyz\*`/],
    [['--max-warnings', 'many'], /needs a number/],
    [['--severity', 'fatal'], /error, warning, info/],
    [['--update-baseline'], /needs --baseline/],
    [['--update-baseline', '--baseline', 'x', '--select', warning], /leave out --select/],
  ] as const) {
    it(`makes no sense with ${args.join(' ')}`, () => {
      const { status, stderr } = check(...args, 'etc');
      assert.equal(status, 2);
      assert.match(stderr, message);
    });
  }

  it('can be counted by rule', () => {
    const { out, status } = check('--no-config', '--statistics', 'etc', 'only-warnings', 'only-info');
    assert.equal(status, 1);
    assert.equal(
      out,
      [
        `4  warning  ${warning}`,
        `2  info     ${info}`,
        `1  error    ${error}   1 with a fix`,
        '7 findings of 3 rules in 3 files',
        '',
      ].join('\n'),
    );
  });

  it('can be counted beside another format', () => {
    const { out, stderr } = check('--no-config', '--statistics', '--format', 'json', 'only-info');
    assert.equal(JSON.parse(out).summary.info, 1);
    assert.equal(stderr, `1  info     ${info}\n1 finding of 1 rule in 1 file\n`);
  });
});
