import { strict as assert } from 'node:assert';
import { Linter, type LintRequest } from '../../server/src/lint/engine.ts';
import type { Rule } from '../../server/src/lint/rule.ts';
import { modulesConf } from '../../server/src/syntax/modules-conf/language.ts';
import { SourceDocument } from '../../server/src/text/source-document.ts';

function rule(id: string, parts: Partial<Rule>): Rule {
  return {
    id,
    language: 'modules.conf',
    severity: 'warning',
    fix: 'none',
    needs: [],
    docs: { summary: '', why: '', basis: '', bad: { files: {} }, good: { files: {} } },
    ...parts,
  };
}

/** Reports every `x` of a line. */
const letters = (id: string, letter: string, parts: Partial<Rule> = {}) =>
  rule(id, {
    checkLine({ raw }, report) {
      for (let at = raw.indexOf(letter); at !== -1; at = raw.indexOf(letter, at + 1)) {
        report({ span: { start: at, end: at + 1 }, message: `an ${letter}` });
      }
    },
    ...parts,
  });

function request(text: string, parts: Partial<LintRequest> = {}): LintRequest {
  const document = SourceDocument.parse(text, modulesConf);
  return { path: 'etc/modules.conf', language: 'modules.conf', document, ...parts };
}

/** `line:character rule severity` for each finding. */
function run(rules: readonly Rule[], text: string, parts: Partial<LintRequest> = {}): string[] {
  return new Linter(rules)
    .lint(request(text, parts))
    .map(({ range: { start }, rule, severity }) => `${start.line}:${start.character} ${rule} ${severity}`);
}

describe('the lint engine', () => {
  it('gives what editors and reporters need', () => {
    const [found] = new Linter([letters('x', 'x', { severity: 'info' })]).lint(request('alias \\\n  x y\n'));
    assert.deepEqual(found, {
      path: 'etc/modules.conf',
      language: 'modules.conf',
      rule: 'x',
      severity: 'info',
      message: 'an x',
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } },
    });
  });

  it('orders by position, then by rule', () => {
    const found = run([letters('b', 'x'), letters('a', 'x'), letters('c', 'y')], 'y x\nx\n');
    assert.deepEqual(found, [
      '0:0 c warning',
      '0:2 a warning',
      '0:2 b warning',
      '1:0 a warning',
      '1:0 b warning',
    ]);
  });

  it('says the same thing in the same place once', () => {
    const twice = rule('twice', {
      checkDocument(_, report) {
        for (let time = 0; time < 2; time++)
          report({ line: 0, span: { start: 0, end: 1 }, message: 'again' });
      },
    });
    assert.equal(run([twice], 'x\n').length, 1);
  });

  it('runs the rules of single lines only over the lines that an edit touched', () => {
    let looks = 0;
    const linter = new Linter([rule('count', { checkLine: () => void looks++ })]);
    const document = SourceDocument.parse('alias a b\n'.repeat(1000), modulesConf);
    linter.lint(request('', { document }));
    assert.equal(looks, 1000);
    linter.lint(request('', { document: document.edit({ span: { start: 6, end: 7 }, newText: 'c' }) }));
    assert.equal(looks, 1001);
  });

  it('changes severities and turns rules off', () => {
    const rules = [letters('a', 'x'), letters('b', 'x')];
    const settings = { severities: { a: 'off', b: 'error' } } as const;
    assert.deepEqual(run(rules, 'x\n', { settings }), ['0:0 b error']);
  });

  it('knows nothing of the names that every object has', () => {
    assert.deepEqual(run([letters('toString', 'x')], 'x\n', { settings: { severities: {} } }), [
      '0:0 toString warning',
    ]);
  });

  it('lets a finding weigh less than its rule, unless the user says what the rule weighs', () => {
    const light = rule('light', {
      severity: 'error',
      checkLine: (_, report) => report({ span: { start: 0, end: 0 }, message: '', severity: 'info' }),
    });
    assert.deepEqual(run([light], 'x\n'), ['0:0 light info']);
    const settings = { severities: { light: 'warning' } } as const;
    assert.deepEqual(run([light], 'x\n', { settings }), ['0:0 light warning']);
  });

  it('runs a rule of a profile when the profile, or the rule itself, is chosen', () => {
    const rules = [letters('a', 'x', { profiles: ['migration'] })];
    assert.deepEqual(run(rules, 'x\n'), []);
    assert.deepEqual(run(rules, 'x\n', { settings: { profiles: ['cis'] } }), []);
    assert.equal(run(rules, 'x\n', { settings: { profiles: ['migration'] } }).length, 1);
    assert.equal(run(rules, 'x\n', { settings: { severities: { a: 'info' } } }).length, 1);
  });

  it('hands a rule the data that it needs, or does not run it', () => {
    const seen: unknown[] = [];
    const rules = [rule('set', { needs: ['set'], checkDocument: ({ set }) => void seen.push(set) })];
    run(rules, 'x\n');
    run(rules, 'x\n', { data: { set: 'all' } });
    assert.deepEqual(seen, ['all']);
  });

  it('makes one finding of a rule that breaks, and runs the others', () => {
    const broken = rule('broken', {
      checkLine() {
        throw new Error('no\nreason');
      },
    });
    const brokenToo = rule('broken-too', {
      checkDocument() {
        throw 'thrown';
      },
    });
    const found = new Linter([broken, brokenToo, letters('x', 'x')]).lint(request('x\nx\n'));
    assert.deepEqual(
      found.map(({ rule, severity, message }) => [rule, severity, message.includes('`broken')]),
      [
        ['internal-error', 'error', true],
        ['internal-error', 'error', true],
        ['x', 'warning', false],
        ['x', 'warning', false],
      ],
    );
  });

  it('takes a finding outside of the document for a broken rule', () => {
    const outside = rule('outside', {
      checkDocument: (_, report) => report({ line: 7, span: { start: 0, end: 0 }, message: 'there' }),
    });
    assert.deepEqual(run([outside], 'x\n'), ['0:0 internal-error error']);
  });

  it('does not take a suppression of a broken rule for unused', () => {
    const broken = rule('broken', {
      checkDocument() {
        throw new Error('no reason');
      },
    });
    assert.deepEqual(run([broken], '# modconf-disable-file broken\n'), ['0:0 internal-error error']);
  });

  for (const [shape, text] of [
    ['in one line', 'x'.repeat(1500)],
    ['in many lines', 'x\n'.repeat(1500)],
    ['in two lines', `${'x'.repeat(1200)}\n${'x'.repeat(300)}`],
  ] as const) {
    it(`leaves out what nobody would read, ${shape}`, () => {
      const found = new Linter([letters('many', 'x'), letters('few', 'y')]).lint(request(`${text}\ny\n`));
      const many = found.filter((diagnostic) => diagnostic.rule === 'many');
      assert.equal(many.length, 1001);
      assert.equal(many.at(-1)?.message, '… and 500 more of this kind are not shown');
      assert.equal(found.length, 1002);
    });
  }

  it('does not take a suppression for unused when what it silences may be left out', () => {
    const text = `${'x'.repeat(1500)}\n# modconf-disable-next-line x\ny\n`;
    assert.equal(run([letters('x', 'x')], text).filter((line) => line.includes('unused')).length, 0);
  });

  it('checks an empty document', () => {
    const whole = rule('whole', {
      checkDocument: (_, report) => report({ line: 0, span: { start: 0, end: 0 }, message: 'empty' }),
    });
    assert.deepEqual(run([whole], ''), ['0:0 whole warning']);
  });
});
