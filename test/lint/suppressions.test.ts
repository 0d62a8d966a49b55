import { strict as assert } from 'node:assert';
import { Linter } from '../../server/src/lint/engine.ts';
import { applyFixes } from '../../server/src/lint/fixes.ts';
import type { Rule } from '../../server/src/lint/rule.ts';
import type { LintSettings } from '../../server/src/lint/settings.ts';
import { modulesConf } from '../../server/src/syntax/modules-conf/language.ts';
import { SourceDocument } from '../../server/src/text/source-document.ts';

/** Reports lines that begin with the letter that is its id. */
function letter(id: string, needs: Rule['needs'] = []): Rule {
  return {
    id,
    language: 'modules.conf',
    severity: 'warning',
    fix: 'none',
    needs,
    docs: { summary: '', why: '', basis: '', bad: { files: {} }, good: { files: {} } },
    checkLine: ({ raw }, report) => {
      if (raw.startsWith(id)) report({ span: { start: 0, end: 1 }, message: id });
    },
  };
}

const linter = new Linter(
  [letter('a'), letter('b'), letter('long-name'), letter('needy', ['tree'])],
  ['other-language'],
);

function check(text: string, settings: LintSettings = {}) {
  const document = SourceDocument.parse(text, modulesConf);
  return linter.lint({ path: 'modules.conf', language: 'modules.conf', document, settings });
}

/** Text, then what is found as `line:character message`, then the text after the fixes if there are any. */
const cases: readonly (readonly [title: string, text: string, found: readonly string[], fixed?: string])[] = [
  ['silences the next line', '# modconf-disable-next-line a\na\na\n', ['2:0 a']],
  [
    'takes several rules and a reason',
    '# modconf-disable-next-line a, b -- for a reason, c\nb\n',
    ['0:28 `a` reports nothing on the next line; remove it'],
    '# modconf-disable-next-line b -- for a reason, c\nb\n',
  ],
  ['counts for all of a continued line', '# modconf-disable-next-line a\na \\\n  b\n', []],
  [
    'may stand above another',
    '# modconf-disable-next-line a\n# modconf-disable-next-line b\na\n',
    ['1:28 `b` reports nothing on the next line; remove it'],
    '# modconf-disable-next-line a\na\n',
  ],
  [
    'does not reach over a blank line',
    '# modconf-disable-next-line a\n\na\n',
    ['0:28 `a` reports nothing on the next line; remove it', '2:0 a'],
    '\na\n',
  ],
  ['silences a file from anywhere', 'a\nb\n# modconf-disable-file a b\na\n', []],
  [
    'reports one of a file that silences nothing',
    '# modconf-disable-file a b\nb\n',
    ['0:23 `a` reports nothing in this file; remove it'],
    '# modconf-disable-file b\nb\n',
  ],
  [
    'removes the last of several with its comma',
    '# modconf-disable-file b, a\nb\n',
    ['0:26 `a` reports nothing in this file; remove it'],
    '# modconf-disable-file b\nb\n',
  ],
  [
    'knows what was meant',
    '# modconf-disable-file log-name\nlong-name\n',
    [
      '0:23 there is no rule `log-name`, so this silences nothing; did you mean `long-name`?',
      '1:0 long-name',
    ],
    '# modconf-disable-file long-name\nlong-name\n',
  ],
  [
    'reports what is no rule at all',
    '# modconf-disable-file everything\n',
    ['0:23 there is no rule `everything`, so this silences nothing; remove it'],
    '',
  ],
  [
    'reports a rule of other files',
    '# modconf-disable-file other-language\n',
    ['0:23 `other-language` is not a rule for files of this kind; remove it'],
    '',
  ],
  ['is silent about a rule that could not run', '# modconf-disable-file needy\n', []],
  [
    'reports a comment that names no rule',
    '# modconf-disable-file -- all\na\n',
    ['0:2 this comment silences nothing, because it names no rule; name one or remove it', '1:0 a'],
    'a\n',
  ],
  [
    'reports an indented one',
    '  # modconf-disable-file a\na\n',
    ['0:4 this comment silences nothing, because it is indented; begin it in column 0', '1:0 a'],
    '# modconf-disable-file a\na\n',
  ],
  [
    'reports a keyword that does not exist',
    '# modconf-disable-nextline a\na\n',
    [
      '0:2 `modconf-disable-nextline` silences nothing; write `modconf-disable-next-line` or `modconf-disable-file`',
      '1:0 a',
    ],
    '# modconf-disable-next-line a\na\n',
  ],
  [
    'can silence the report of itself',
    '# modconf-disable-file unused-suppression\n# modconf-disable-file a\n',
    [],
  ],
  ['reads a line end of CR and LF', '# modconf-disable-next-line a\r\na\r\n', []],
  ['leaves other comments alone', '# modconf disables a\n#modconf\n', []],
];

describe('suppressions', () => {
  for (const [title, text, found, fixed = text] of cases) {
    it(title, () => {
      const diagnostics = check(text);
      const lines = diagnostics.map(
        ({ range: { start }, message }) => `${start.line}:${start.character} ${message}`,
      );
      assert.deepEqual(lines, found);
      assert.equal(applyFixes(text, diagnostics).text, fixed);
    });
  }

  it('are not unused because their rule is off', () => {
    assert.deepEqual(check('# modconf-disable-file a\nb\n', { severities: { a: 'off', b: 'off' } }), []);
  });

  it('are not reported where that is turned off', () => {
    assert.deepEqual(
      check('# modconf-disable-file a\n', { severities: { 'unused-suppression': 'off' } }),
      [],
    );
  });
});
