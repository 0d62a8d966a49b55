import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { FileError } from '../../../server/src/files/file-system.ts';
import { MemoryFileSystem } from '../../../server/src/files/memory-file-system.ts';
import {
  type Configuration,
  lintSettings,
} from '../../../server/src/lint/configuration-file/configuration.ts';
import { ConfigurationError } from '../../../server/src/lint/configuration-file/configuration-error.ts';
import { configurationFileIn } from '../../../server/src/lint/configuration-file/find.ts';
import { loadConfiguration } from '../../../server/src/lint/configuration-file/load.ts';
import { presets } from '../../../server/src/lint/configuration-file/presets.ts';
import { publishedSchema } from '../../../server/src/lint/configuration-file/schema.ts';
import { allRules } from '../../../server/src/lint/registry.ts';

type Files = Readonly<Record<string, string>>;

/** Loads `/p/modconf.json`, or whichever file comes first. */
function load(files: Files | object): Configuration {
  const texts = Object.entries(files).map(([path, value]) => [
    path,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return loadConfiguration(new MemoryFileSystem(Object.fromEntries(texts)), texts[0]![0]!);
}

/** @returns `line:column message` for each problem */
function problemsOf(files: Files | object): string[] {
  try {
    load(files);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }
}

const full = {
  $schema: './modconf.schema.json',
  extends: ['modconf:strict', './base.json'],
  root: 'rootfs',
  kernel: '2.4.20',
  rules: { 'alias-loop': 'warning', 'dep-self': { severity: 'off', reason: 'known' } },
  exclude: ['vendor', '*.bak'],
  languages: { '*.mc': 'modules.conf' },
  overrides: [
    { files: ['etc/*.conf'], rules: { 'alias-loop': 'off' }, kernel: '6.1.0', reason: 'new ones' },
    { files: '/etc/modprobe.d', rules: { 'alias-loop': 'info' } },
  ],
  suppressions: [{ rules: ['dep-cycle'], files: ['lib'], reason: 'upstream' }],
};

const fullToml = `
"$schema" = "./modconf.schema.json"
extends = ["modconf:strict", "./base.json"]
root = "rootfs"
kernel = "2.4.20"
exclude = ["vendor", "*.bak"]
languages = { "*.mc" = "modules.conf" }

[rules]
alias-loop = "warning"
dep-self.severity = "off"
dep-self.reason = "known"

[[overrides]]
files = ["etc/*.conf"]
kernel = "6.1.0"
reason = "new ones"
[overrides.rules]
alias-loop = "off"

[[overrides]]
files = "/etc/modprobe.d"
rules = { alias-loop = "info" }

[[suppressions]]
rules = ["dep-cycle"]
files = ["lib"]
reason = "upstream"
`;

const base = { exclude: 'old', rules: { 'alias-loop': 'error', 'if-depth': 'info' }, kernel: '2.4.0' };

describe('a configuration file', () => {
  /** Without places, which differ. */
  const plain = (configuration: Configuration, path: string) => {
    const { excluded, language, kernel, root, rules, presets, suppressions } = configuration.effective({
      path,
      inside: path.replace(/^\/p/, ''),
    });
    return {
      excluded: excluded !== undefined,
      language: language?.value,
      kernel: kernel?.value,
      root: root?.value,
      rules: [...rules.values()].map(({ rule, severity, reason }) => [rule, severity, reason]),
      presets: presets.map(({ value }) => value),
      suppressions: suppressions.map(({ rules, reason }) => [rules, reason]),
    };
  };

  const shared = { root: '/p/rootfs', presets: [{ strict: true }] };
  const byPath: readonly (readonly [string, object])[] = [
    [
      '/p/modules.conf',
      {
        ...shared,
        excluded: false,
        language: undefined,
        kernel: '2.4.20',
        rules: [
          ['alias-loop', 'warning', undefined],
          ['if-depth', 'info', undefined],
          ['dep-self', 'off', 'known'],
        ],
        suppressions: [],
      },
    ],
    [
      '/p/etc/modules.conf',
      {
        ...shared,
        excluded: false,
        language: undefined,
        kernel: '6.1.0',
        rules: [
          ['alias-loop', 'off', 'new ones'],
          ['if-depth', 'info', undefined],
          ['dep-self', 'off', 'known'],
        ],
        suppressions: [],
      },
    ],
    [
      '/p/etc/modprobe.d/a.mc',
      {
        ...shared,
        excluded: false,
        language: 'modules.conf',
        kernel: '2.4.20',
        rules: [
          ['alias-loop', 'info', undefined],
          ['if-depth', 'info', undefined],
          ['dep-self', 'off', 'known'],
        ],
        suppressions: [],
      },
    ],
    [
      '/p/old/lib/x.dep',
      {
        ...shared,
        excluded: true,
        language: undefined,
        kernel: '2.4.20',
        rules: [
          ['alias-loop', 'warning', undefined],
          ['if-depth', 'info', undefined],
          ['dep-self', 'off', 'known'],
        ],
        suppressions: [[['dep-cycle'], 'upstream']],
      },
    ],
  ];

  for (const [name, files] of [
    ['JSON', { '/p/modconf.json': full, '/p/base.json': base }],
    ['TOML', { '/p/modconf.toml': fullToml, '/p/base.json': base }],
    [
      'JSON with comments',
      { '/p/modconf.jsonc': `// why\n${JSON.stringify(full).replace(/}$/, ',}')}`, '/p/base.json': base },
    ],
  ] as const) {
    it(`in ${name} says what holds for a path`, () => {
      const configuration = load(files);
      for (const [path, expected] of byPath) assert.deepEqual(plain(configuration, path), expected, path);
    });
  }

  it('says where it says it', () => {
    const configuration = load({
      '/p/modconf.toml': fullToml,
      '/p/base.json': '{"rules":\n{"if-depth":"info"}}',
    });
    const { rules, kernel, presets: chosen } = configuration.effective({ path: '/p/etc/x.conf' });
    assert.deepEqual(rules.get('alias-loop')?.place, { path: '/p/modconf.toml', line: 19 });
    assert.deepEqual(rules.get('dep-self')?.place, { path: '/p/modconf.toml', line: 11 });
    assert.deepEqual(rules.get('if-depth')?.place, { path: '/p/base.json', line: 2 });
    assert.deepEqual(kernel?.place, { path: '/p/modconf.toml', line: 16 });
    assert.deepEqual(chosen[0]?.place, { path: 'modconf:strict' });
  });

  it('has settings for the engine', () => {
    const configuration = load({
      '/modconf.json': { extends: ['modconf:cis', 'modconf:strict'], rules: { 'if-depth': 'off' } },
    });
    assert.deepEqual(lintSettings(configuration.effective({ path: '/x' })), {
      severities: { 'if-depth': 'off' },
      profiles: ['cis'],
      strict: true,
    });
  });

  const wrong: readonly (readonly [string, string | object, readonly string[]])[] = [
    [
      'an unknown key',
      { rulez: {} },
      ['1:2 there is no key `rulez` in the configuration (did you mean `rules`?)'],
    ],
    [
      'an unknown rule',
      '{\n  "rules": { "dep-selv": "off" }\n}',
      ['2:14 there is no rule `dep-selv` (did you mean `dep-self`?)'],
    ],
    [
      'a rule that is like none',
      { rules: { xyzzy: 'off' } },
      ['1:11 there is no rule `xyzzy`; list them: modconf rules'],
    ],
    [
      'an unknown severity',
      { rules: { 'dep-self': 'of' } },
      ['1:22 `dep-self` cannot be `of`; it is one of error, warning, info, off'],
    ],
    [
      'a near severity',
      { rules: { 'dep-self': 'warn1ng' } },
      ['1:22 `dep-self` cannot be `warn1ng` (did you mean `warning`?)'],
    ],
    ['a number', { kernel: 6 }, ['1:11 `kernel` must be a text']],
    ['a list', [], ['1:1 the configuration must be an object']],
    ['an empty list', { extends: [] }, ['1:12 `extends` is empty']],
    ['an empty text', { root: '' }, ['1:9 `root` is empty']],
    [
      'a missing reason',
      { suppressions: [{ rules: 'dep-self', files: 'x' }] },
      ['1:18 what is in `suppressions` lacks `reason`'],
    ],
    ['missing files', { overrides: [{}] }, ['1:15 what is in `overrides` lacks `files`']],
    [
      'an unknown language',
      { languages: { x: 'modules.con' } },
      ['1:19 `x` cannot be `modules.con` (did you mean `modules.conf`?)'],
    ],
    ['something twice', '{"kernel":"1","kernel":"2"}', ['1:15 `kernel` stands here twice']],
    ['a comment', '{}// x', ['1:3 JSON has no comments; call the file modconf.jsonc']],
    ['no JSON', '{"kernel":', ['1:11 is no JSON: value expected', '1:11 is no JSON: close brace expected']],
    ['nothing', '', ['1:1 is no JSON: value expected']],
    [
      'an unknown preset',
      { extends: 'modconf:stricter' },
      ['1:1 there is no preset `modconf:stricter` (did you mean `modconf:strict`?)'],
    ],
    ['a missing file', { extends: './no.json' }, ['1:1 there is no file `./no.json`']],
    ['itself', { extends: 'modconf.json' }, ['1:1 `modconf.json` extends this file in turn']],
    ['several', { kernel: 1, root: 2 }, ['1:11 `kernel` must be a text', '1:20 `root` must be a text']],
    [
      'the names that all objects have',
      '{"constructor":1,"__proto__":{"rules":{}}}',
      [
        '1:2 there is no key `constructor` in the configuration; there are $schema, extends, root, kernel, rules, exclude, languages, overrides, suppressions',
        '1:18 there is no key `__proto__` in the configuration; there are $schema, extends, root, kernel, rules, exclude, languages, overrides, suppressions',
      ],
    ],
  ];
  for (const [title, content, problems] of wrong) {
    it(`is refused for ${title}`, () => assert.deepEqual(problemsOf({ '/modconf.json': content }), problems));
  }

  it('in TOML is refused with the place', () => {
    assert.deepEqual(problemsOf({ '/modconf.toml': '[rules]\ndep-selv = "off"\n' }), [
      '2:1 there is no rule `dep-selv` (did you mean `dep-self`?)',
    ]);
    assert.match(
      problemsOf({ '/modconf.toml': 'kernel = \n' })[0]!,
      /^\d:\d+ is no TOML: unspecified values/,
    );
    assert.match(problemsOf({ '/modconf.toml': 'kernel = "a"\nkernel = "b"\n' })[0]!, /^2:1 is no TOML: /);
  });

  it('is refused where many extend each other', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 12 }, (_, n) => [`/${n}.json`, { extends: `${n + 1}.json` }]),
    );
    assert.deepEqual(problemsOf(chain), ['1:1 more than 10 files extend each other']);
  });

  it('is refused where brackets have no end', () => {
    assert.throws(
      () => load({ '/modconf.json': '['.repeat(200_000) }),
      (error) => error instanceof FileError || error instanceof ConfigurationError,
    );
    assert.throws(
      () => load({ '/modconf.toml': `a = ${'['.repeat(200_000)}` }),
      (error) => error instanceof FileError || error instanceof ConfigurationError,
    );
  });

  it('never breaks, whatever it says', () => {
    const word = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '=',
      '\n',
      'rules',
      'extends',
      'a',
      '1',
      '.',
      "'",
      '#',
      '//',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 30 }).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('json', 'jsonc', 'toml'), (content, kind) => {
        try {
          load({ [`/modconf.${kind}`]: content });
        } catch (error) {
          assert.ok(error instanceof ConfigurationError, String(error));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is found by its name, and only once in a folder', () => {
    const files = new MemoryFileSystem({
      '/a/modconf.toml': '',
      '/b/modconf.json': '',
      '/b/modconf.jsonc': '',
      '/c/modconf.yaml': '',
    });
    assert.equal(configurationFileIn(files, '/a'), '/a/modconf.toml');
    assert.equal(configurationFileIn(files, '/c'), undefined);
    assert.throws(
      () => configurationFileIn(files, '/b'),
      /modconf\.json:1:1: `modconf\.jsonc` stands beside this/,
    );
  });
});

describe('the schema of the configuration file', () => {
  const published = fileURLToPath(new URL('../../../schemas/modconf.schema.json', import.meta.url));

  it('is what `npm run docs` writes', () => {
    assert.equal(
      readFileSync(published, 'utf8'),
      `${JSON.stringify(publishedSchema(), null, 2)}\n`,
      'run npm run docs',
    );
  });

  it('allows what we do, and nothing else', () => {
    const validate = new Ajv({ allowUnionTypes: true, strict: false }).compile(publishedSchema());
    const contents: readonly object[] = [
      full,
      {},
      { rules: { 'dep-self': 'of' } },
      { rules: { 'dep-selv': 'off' } },
      { overrides: [{}] },
      { extends: [] },
      { kernel: 6 },
      { languages: { x: 'y' } },
      { suppressions: [{ rules: 'dep-self', files: 'x' }] },
      { suppressions: [{ rules: 'dep-self', files: 'x', reason: 'y' }] },
      { other: 1 },
      { exclude: 'x', root: '' },
    ];
    for (const content of contents) {
      const ours = problemsOf({ '/modconf.json': content, '/base.json': base }).length === 0;
      assert.equal(validate(content), ours, JSON.stringify(content));
    }
  });

  it('knows every profile that a rule has', () => {
    const variants = [...allRules().values()].flatMap((entry) => entry.variants);
    const profiles = new Set(variants.flatMap(({ rule }) => rule.profiles ?? []));
    for (const profile of profiles)
      assert.deepEqual(presets[`modconf:${profile}`]?.settings, { profiles: [profile] });
  });
});
