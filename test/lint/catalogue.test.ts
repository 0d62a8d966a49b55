import { strict as assert } from 'node:assert';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rulesFor } from '../../server/src/lint/registry.ts';
import type { LanguageId } from '../../server/src/syntax/language.ts';

/** The ids, severities and fixes are part of the product's contract: configuration files and reports name them. */
type Row = readonly [id: string, severity: 'E' | 'W' | 'I', fix: 'safe' | 'unsafe' | '–', needs: string];

interface Section {
  /** Of rules/. */
  readonly folder: string;
  readonly rows: readonly Row[];
  /** What the rules of the folder share. */
  readonly helpers: readonly string[];
}

/** What a need is called in the catalogue: the text alone, the set, files, the tree. */
const needNames = { set: 'S', files: 'F', tree: 'L', modinfo: 'K' } as const;

const catalogue: Partial<Record<LanguageId, Section>> = {
  'modules.conf': {
    folder: 'modules-conf',
    rows: [
      ['invalid-line', 'E', '–', '0'],
      ['unknown-directive', 'E', 'unsafe', '0'],
      ['missing-argument', 'E', '–', '0'],
      ['unterminated-quote', 'E', '–', '0'],
      ['space-before-equals', 'E', 'safe', '0'],
      ['unbalanced-if', 'E', '–', '0'],
      ['if-depth', 'E', '–', 'S'],
      ['include-depth', 'E', '–', 'S'],
      ['bad-condition', 'E', 'unsafe', '0'],
      ['conditional-misread', 'W', '–', '0'],
      ['path-without-keep', 'W', 'unsafe', 'S'],
      ['keep-without-effect', 'W', 'unsafe', 'S'],
      ['path-tag-malformed', 'W', 'safe', '0'],
      ['path-no-match', 'W', '–', 'SF'],
      ['tilde-not-expanded', 'W', '–', '0'],
      ['glob-not-expanded', 'W', '–', '0'],
      ['command-substitution', 'W', '–', '0'],
      ['undefined-variable', 'W', '–', 'S'],
      ['alias-loop', 'E', '–', 'S'],
      ['alias-overridden', 'I', '–', 'S'],
      ['alias-same-as-builtin', 'I', 'safe', '0'],
      ['alias-extra-words', 'W', 'unsafe', '0'],
      ['alias-unknown-target', 'W', '–', 'SL'],
      ['options-replaced', 'W', 'unsafe', 'S'],
      ['options-word-ignored', 'W', '–', '0'],
      ['duplicate-generated-file', 'E', '–', 'S'],
      ['duplicate-command-first-wins', 'W', 'unsafe', 'S'],
      ['install-recursion', 'W', '–', '0'],
      ['add-on-alias', 'W', 'safe', '0'],
      ['add-prefix', 'W', 'safe', '0'],
      ['hash-in-value', 'W', '–', '0'],
      ['line-too-long', 'W', '–', '0'],
      ['trailing-backslash-eof', 'W', 'safe', '0'],
      ['generated-file-edit', 'W', '–', '0'],
      ['conf-modules-deprecated', 'W', '–', 'F'],
      ['include-not-found', 'E', '–', 'SF'],
      ['include-outside-root', 'E', '–', 'SF'],
      ['config-newer-than-dep', 'I', '–', 'SF'],
      ['no-modprobe-equivalent', 'I', '–', '0'],
      ['nul-byte', 'W', '–', '0'],
    ],
    helpers: ['events', 'index', 'invalid-lines', 'support'],
  },
  'modules.dep': {
    folder: 'modules-dep',
    rows: [
      ['dep-malformed', 'E', 'safe', '0'],
      ['dep-mixed-generation', 'W', '–', '0'],
      ['dep-duplicate-target', 'W', '–', '0'],
      ['dep-duplicate-name', 'W', '–', '0'],
      ['dep-unknown', 'E', '–', '0'],
      ['dep-self', 'E', '–', '0'],
      ['dep-cycle', 'E', '–', '0'],
      ['dep-not-transitive', 'W', 'unsafe', '0'],
      ['dep-order', 'E', 'unsafe', '0'],
      ['dep-missing-file', 'W', '–', 'F'],
      ['dep-unlisted-file', 'W', '–', 'F'],
      ['dep-stale', 'W', '–', 'F'],
      ['dep-text-bin-disagree', 'W', '–', 'L'],
      ['dep-path-escape', 'E', '–', '0'],
      ['vermagic-mismatch', 'W', '–', 'K'],
      ['generated-file-edit', 'I', '–', '0'],
    ],
    helpers: [
      'added-modules',
      'cycles',
      'entry-index',
      'index',
      'installed-modules',
      'load-order',
      'support',
    ],
  },
  'modprobe.d': {
    folder: 'modprobe-d',
    rows: [
      ['unknown-directive', 'E', 'unsafe', '0'],
      ['directive-case', 'E', 'safe', '0'],
      ['missing-argument', 'E', '–', '0'],
      ['extra-arguments-ignored', 'W', 'unsafe', '0'],
      ['shell-command-as-directive', 'E', 'unsafe', '0'],
      ['inline-comment', 'E', 'safe', '0'],
      ['indented-comment', 'W', 'safe', '0'],
      ['comment-continuation', 'E', 'safe', '0'],
      ['backslash-dropped', 'W', 'safe', '0'],
      ['crlf-line-ending', 'E', 'safe', '0'],
      ['bom-or-odd-space', 'E', 'safe', '0'],
      ['missing-final-newline', 'I', 'safe', '0'],
      ['unmatched-bracket', 'E', '–', '0'],
      ['deprecated-directive', 'E', 'unsafe', '0'],
      ['weakdep-needs-kmod-33', 'I', '–', '0'],
      ['softdep-missing-section', 'E', 'unsafe', '0'],
      ['softdep-glued-colon', 'E', 'safe', '0'],
      ['duplicate-softdep', 'W', 'unsafe', 'S'],
      ['softdep-shadowed-by-kernel', 'W', '–', 'SL'],
      ['softdep-overrides-install', 'E', 'unsafe', 'SL'],
      ['softdep-cycle', 'W', '–', 'SL'],
      ['blacklist-not-a-block', 'I', 'unsafe', 'S'],
      ['blacklist-pulled-by-dependency', 'W', '–', 'SL'],
      ['duplicate-command-first-wins', 'E', 'unsafe', 'S'],
      ['install-recursion', 'E', 'safe', '0'],
      ['install-runs-shell', 'I', '–', '0'],
      ['install-drops-options', 'I', 'unsafe', '0'],
      ['block-helper-style', 'I', 'unsafe', '0'],
      ['block-leaves-dependencies', 'I', '–', 'SL'],
      ['options-spaces-around-equals', 'E', 'safe', '0'],
      ['options-unbalanced-quote', 'E', '–', '0'],
      ['options-duplicate-param', 'W', 'unsafe', 'S'],
      ['options-unknown-parameter', 'W', 'unsafe', 'K'],
      ['options-value-type', 'W', '–', 'K'],
      ['options-builtin-module', 'W', '–', 'L'],
      ['glob-not-supported-here', 'E', '–', '0'],
      ['module-name-suffix-or-path', 'E', 'safe', '0'],
      ['module-name-case', 'W', 'unsafe', 'SL'],
      ['unknown-module', 'W', 'unsafe', 'SL'],
      ['mixed-dash-underscore', 'I', 'safe', 'S'],
      ['alias-off', 'E', 'unsafe', '0'],
      ['alias-chain', 'E', 'unsafe', 'S'],
      ['alias-unknown-target', 'W', '–', 'SL'],
      ['alias-shadows-module', 'W', '–', 'SL'],
      ['alias-too-broad', 'W', '–', '0'],
      ['file-not-read', 'E', '–', 'S'],
      ['shadowed-file', 'I', '–', 'S'],
      ['obsolete-modprobe-conf', 'W', '–', '0'],
      ['world-writable-config', 'E', '–', 'F'],
      ['missing-block-pair', 'I', 'unsafe', 'S'],
      ['nul-byte', 'W', '–', '0'],
    ],
    helpers: [
      'dependents',
      'dialect',
      'index',
      'known-names',
      'modprobe-calls',
      'names',
      'option-uses',
      'own-entries',
      'parameter-lines',
      'parameter-values',
      'place',
      'softdep-markers',
      'softdep-order',
      'spellings',
      'support',
      'tree-names',
      'tree-softdeps',
      'winners',
    ],
  },
  'modules-load.d': {
    folder: 'modules-load-d',
    rows: [
      ['load-line-not-a-name', 'E', 'unsafe', '0'],
      ['load-blacklisted-module', 'W', '–', 'S'],
      ['unknown-module', 'W', 'unsafe', 'SL'],
      ['file-not-read', 'E', '–', 'S'],
      ['shadowed-file', 'I', '–', 'S'],
    ],
    helpers: ['index', 'requests', 'support'],
  },
  'depmod.d': {
    folder: 'depmod-d',
    rows: [
      ['unknown-directive', 'E', 'unsafe', '0'],
      ['directive-case', 'E', 'safe', '0'],
      ['missing-argument', 'E', '–', '0'],
      ['inline-comment', 'E', 'safe', '0'],
      ['indented-comment', 'W', 'safe', '0'],
      ['comment-continuation', 'E', 'safe', '0'],
      ['backslash-dropped', 'W', 'safe', '0'],
      ['crlf-line-ending', 'E', 'safe', '0'],
      ['bom-or-odd-space', 'E', 'safe', '0'],
      ['missing-final-newline', 'I', 'safe', '0'],
      ['deprecated-directive', 'E', 'unsafe', '0'],
      ['file-not-read', 'E', '–', 'S'],
      ['shadowed-file', 'I', '–', 'S'],
      ['world-writable-config', 'E', '–', 'F'],
      ['nul-byte', 'W', '–', '0'],
    ],
    helpers: ['dialect', 'index', 'support'],
  },
};

const severities = { E: 'error', W: 'warning', I: 'info' } as const;

for (const [language, { folder, rows, helpers }] of Object.entries(catalogue)) {
  describe(`the catalogue of ${language}`, () => {
    const rules = rulesFor(language as LanguageId);

    it('has the rules that are registered, in this order', () => {
      assert.deepEqual(
        rules.map((rule) => rule.id),
        rows.map(([id]) => id),
      );
    });

    it('has a file for every rule, and every file of a rule is registered', () => {
      const directory = fileURLToPath(new URL(`../../server/src/lint/rules/${folder}/`, import.meta.url));
      const files = readdirSync(directory).map((name) => name.replace(/\.ts$/, ''));
      const ids = new Set(rows.map(([id]) => id));
      for (const id of ids) assert.ok(files.includes(id), `${id}.ts is missing`);
      assert.deepEqual(
        files.filter((name) => !ids.has(name)).filter((name) => !helpers.includes(name)),
        [],
      );
    });

    for (const [id, severity, fix, needs] of rows) {
      it(`${id} is as promised`, () => {
        const rule = rules.find((candidate) => candidate.id === id);
        assert.ok(rule);
        assert.equal(rule.language, language);
        assert.equal(rule.severity, severities[severity]);
        assert.equal(rule.fix, fix === '–' ? 'none' : fix);
        assert.equal(rule.needs.map((need) => needNames[need]).join('') || '0', needs);
        assert.ok(rule.checkLine !== undefined || rule.checkDocument !== undefined);
      });
    }
  });
}
