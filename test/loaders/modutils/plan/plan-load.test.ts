import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { LoadPlan, Reason } from '../../../../server/src/loaders/load-plan.ts';
import { dependenciesFrom } from '../../../../server/src/loaders/modutils/dependencies.ts';
import { planLoad, type RequestOptions } from '../../../../server/src/loaders/modutils/plan/plan-load.ts';
import { printPlan } from '../../../../server/src/loaders/modutils/plan/print-plan.ts';
import { builtIn, describeOrigin } from '../../../../server/src/loaders/origin.ts';
import { readDep24 } from '../../../../server/src/tree/dep24.ts';
import { read } from '../support.ts';

/** Module a needs b and c, b needs c; x and y need nothing. */
const dep = ['/m/a.o: /m/b.o /m/c.o', '/m/b.o: /m/c.o', '/m/c.o:', '/m/x.o:', '/m/y.o:', '/m/off.o:'].join(
  '\n',
);

function plan(name: string, conf: string, list = dep, request: RequestOptions = {}): LoadPlan {
  return planLoad(name, read(conf), dependenciesFrom(readDep24('/m/modules.dep', list)), request);
}

/** @returns the printed lines with `insmod` and the names of files for short. */
function short(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace('/sbin/insmod', 'insmod').replaceAll('/m/', ''));
}

/** title, configuration, request, what is printed. */
type Row = readonly [title: string, conf: string, request: string, lines: readonly string[]];

const orders: readonly Row[] = [
  ['a module alone', '', 'c', ['insmod c.o']],
  ['what a module needs before it', '', 'a', ['insmod c.o', 'insmod b.o', 'insmod a.o']],
  ['below before the module', 'below x y', 'x', ['insmod y.o', 'insmod x.o']],
  [
    'below behind what modules.dep says',
    'below a x y',
    'a',
    ['insmod c.o', 'insmod b.o', 'insmod y.o', 'insmod x.o', 'insmod a.o'],
  ],
  ['above behind the module', 'above x y', 'x', ['insmod x.o', 'insmod y.o']],
  ['the last of above first', 'above c x y', 'c', ['insmod c.o', 'insmod y.o', 'insmod x.o']],
  ['above of what is needed', 'above c x', 'b', ['insmod c.o', 'insmod x.o', 'insmod b.o']],
  ['above that needs the module', 'above c a', 'c', ['insmod c.o', 'insmod b.o', 'insmod a.o']],
  [
    'below and above of an alias',
    'alias n x\nbelow n y\nabove n c',
    'n',
    ['insmod y.o', 'insmod x.o', 'insmod c.o'],
  ],
  ['an alias in below', 'alias n y\nbelow x n', 'x', ['insmod y.o', 'insmod x.o']],
  ['no alias for what is needed', 'alias c x', 'b', ['insmod c.o', 'insmod b.o']],
  ['a list without directory and suffix', 'below /etc/x.o y\nbelow x y', 'x', ['insmod y.o', 'insmod x.o']],
];

const aliases: readonly Row[] = [
  ['a chain', 'alias p q\nalias q x', 'p', ['insmod x.o']],
  ['a name with a suffix', 'alias p x', 'p.o', ['insmod x.o']],
  ['a name with a directory', 'alias p x', 'some/p', ['insmod x.o']],
  ['off', 'alias p off', 'p', []],
  ['off itself', '', 'off', []],
  ['null', 'alias p null\ninstall p z', 'p', []],
  ['an alias without words', 'alias x', 'x', ['insmod x.o']],
  ['a device', 'alias /dev/x x', '/dev/x', ['insmod x.o']],
  ['a device by pattern', 'alias /dev/s* x', '/dev/sg0', ['insmod x.o']],
  ['the star for nothing', 'alias /dev/sg* x', '/dev/sg', ['insmod x.o']],
  ['nothing behind the first star', 'alias /dev/*/cd x', '/dev/anything', ['insmod x.o']],
  ['a question mark', 'alias /dev/sg? x', '/dev/sg0', ['insmod x.o']],
  ['the first pattern that matches', 'alias /dev/* x\nalias /dev/sg y', '/dev/sg', ['insmod x.o']],
  [
    'a device that is its own alias',
    'alias /dev/sg* /dev/sg\nprobeall /dev/sg y',
    '/dev/sg0',
    ['insmod y.o'],
  ],
];

const probes: readonly Row[] = [
  ['the first that works', 'probe p nosuch x y', 'p', ['insmod x.o']],
  ['all', 'probeall p x nosuch y', 'p', ['insmod x.o', 'insmod y.o']],
  ['off as one that works', 'alias n off\nprobe p n x', 'p', []],
  ['probe before probeall', 'probeall p x\nprobe p y', 'p', ['insmod y.o']],
  ['probe instead of a module of the name', 'probe x y', 'x', ['insmod y.o']],
  ['a list of lists', 'probeall p q r\nprobe q x\nprobe r y', 'p', ['insmod x.o', 'insmod y.o']],
  ['a list behind an alias', 'alias n p\nprobe p x', 'n', ['insmod x.o']],
  ['no list behind an alias to a module', 'alias n x\nprobe x y', 'n', ['insmod x.o']],
  ['options in a list', 'probe p x i=1 j=2', 'p', ['insmod x.o i=1 j=2']],
];

const options: readonly Row[] = [
  ['of a module', 'options x i=1', 'x', ['insmod x.o i=1']],
  ['of what is needed', 'options c i=1', 'b', ['insmod c.o i=1', 'insmod b.o']],
  [
    'of an alias behind those of the module',
    'alias n x\noptions n j=2\noptions x i=1',
    'n',
    ['insmod x.o i=1 j=2'],
  ],
  [
    'of an alias in the place of those of the module',
    'alias n x\noptions n i=2\noptions x i=1 j=1',
    'n',
    ['insmod x.o i=2 j=1'],
  ],
  ['of the same key once', 'options x i=1 ii=2 i=3', 'x', ['insmod x.o i=3 ii=2']],
  ['up to the first word that is none', 'options x i=1 debug j=2', 'x', ['insmod x.o i=1']],
  ['that rename', 'options x -o z i=1', 'x', ['insmod x.o -o z i=1']],
  ['that rename twice', 'alias n x\noptions x -o z i=1\noptions n -o w', 'n', ['insmod x.o -o w i=1']],
  ['that rename to nothing', 'options x i=1 -o', 'x', ['insmod x.o i=1']],
  ['that are unknown, as they are written', 'options x i=`date`', 'x', ['insmod x.o i=`date`']],
  [
    'that are unknown, the whole line',
    'options x a="q r" b=`ls` c=1',
    'x',
    ['insmod x.o a="q r" b=`ls` c=1'],
  ],
  [
    'that are unknown beside those of an alias',
    'alias n x\noptions n a=5\noptions x a=1 b=2\nadd options x `ls` a=`ls`',
    'n',
    ['insmod x.o a=5 b=2 `ls` a=`ls`'],
  ],
  ['for insmod', 'insmod_opt=-s  "x y"', 'x', ['insmod -s "x y" x.o']],
  ['of a device', 'alias /dev/x x\noptions /dev/x i=1', '/dev/x', ['insmod x.o i=1']],
];

const commands: readonly Row[] = [
  [
    'around insmod',
    'pre-install x p\npost-install x q',
    'x',
    ['# pre-install x:', 'p', 'insmod x.o', '# post-install x:', 'q'],
  ],
  ['instead of insmod', 'install x p\noptions x i=1', 'x', ['# install x:', 'p']],
  ['the first of a kind', 'install x p\ninstall x q', 'x', ['# install x:', 'p']],
  [
    'of every name of the chain',
    'alias n x\npre-install n p\npre-install x q\ninstall n r',
    'n',
    ['# pre-install n:', 'p', '# pre-install x:', 'q', '# install n:', 'r'],
  ],
  ['of a device, by its last name', 'alias /dev/n x\ninstall n p', '/dev/n', ['# install /dev/n:', 'p']],
  ['that is empty', 'install x', 'x', ['# install x:', '']],
  ['not those for unloading', 'remove x p\npre-remove x q', 'x', ['insmod x.o']],
];

const patterns: readonly Row[] = [['a file name that one module has', '', 'x*', ['insmod x.o']]];

/** title, configuration, request, messages without the program's name. */
const failures: readonly Row[] = [
  ['a module that is not there', '', 'nosuch', ["Can't locate module nosuch"]],
  ['an alias to one', 'alias n nosuch', 'n', ["Can't locate module n"]],
  ['above that is not there', 'above x nosuch', 'x', ["Can't locate module nosuch which is needed for x"]],
  ['below that is not there', 'below x nosuch', 'x', ["Can't locate module nosuch which is needed for x"]],
  [
    'a list of which nothing is there',
    'probe p no1 no2',
    'p',
    ["Can't locate module no2", 'insmod p failed'],
  ],
  [
    'a list behind an alias of which nothing is there',
    'alias n p\nprobe p no1',
    'n',
    ["Can't locate module no1", "Can't locate module n"],
  ],
  ['off that is renamed', 'alias n off\noptions n -o z', 'n', ["Can't locate module n"]],
  ['the suffix in an alias', 'alias n x.o', 'n', ["Can't locate module n"]],
  ['an option without a module', '', 'i=1', ['insmod i=1 failed']],
  ['a path with a wildcard', '', '/m/x*', ["Can't locate module x* which is needed for /m/x*"]],
  ['a pattern that finds nothing', '', 'no*', ["Can't locate module no*"]],
  ['a name with a metacharacter', '', 'a$b', ["Can't locate module a$b"]],
];

describe('modprobe of modutils', () => {
  for (const [title, rows] of Object.entries({ orders, aliases, probes, options, commands, patterns })) {
    describe(title, () => {
      for (const [name, conf, request, lines] of rows) {
        it(`loads ${name}`, () => {
          const made = plan(request, conf);
          assert.deepEqual(short(printPlan(made)), lines);
          assert.deepEqual([made.status, made.messages], [0, []]);
          assert.equal(made.outcome, lines.length === 0 ? 'nothing' : 'loads');
        });
      }
    });
  }

  describe('fails', () => {
    for (const [title, conf, request, messages] of failures) {
      it(`for ${title}`, () => {
        const made = plan(request, conf);
        assert.deepEqual(
          made.messages,
          messages.map((message) => `modprobe: ${message}`),
        );
        assert.deepEqual([made.outcome, made.status], ['fails', 255]);
      });
    }

    it('for what a module needs and modules.dep lacks', () => {
      const made = plan('a', '', '/m/a.o: /m/b.o');
      assert.deepEqual(made.messages, ["modprobe: Can't locate module b which is needed for a"]);
    });

    it('for any name when the configuration is refused', () => {
      const made = plan('x', 'foo');
      assert.deepEqual(made.messages, ['modprobe: Invalid line 1 in /etc/modules.conf\n\tfoo']);
      assert.deepEqual([made.outcome, made.status, made.steps], ['fails', 255, []]);
    });

    it('for any name when modules.dep is malformed', () => {
      const made = plan('x', '', '/m/x.o:\n/m/y.o : /m/x.o');
      assert.deepEqual(made.messages, ['modprobe: line 2: Invalid dependency\n\t/m/y.o : /m/x.o']);
      assert.deepEqual([made.outcome, made.status], ['fails', 255]);
    });

    it('for any name without modules.dep', () => {
      const made = planLoad('x', read(''), { list: undefined, messages: ['gone'] });
      assert.deepEqual([made.outcome, made.status, made.messages], ['fails', 255, ['modprobe: gone']]);
    });

    it('in silence when the kernel asks for what is not there', () => {
      const made = plan('nosuch', '', dep, { autoclean: true });
      assert.deepEqual([made.outcome, made.messages], ['fails', []]);
    });
  });

  describe('never comes to an end', () => {
    /** title, configuration, request, outcome, status, explanation. */
    const cases: readonly (readonly [string, string, string, LoadPlan['outcome'], number, RegExp])[] = [
      ['an alias of itself', 'alias x x', 'x', 'hangs', 255, /come back to x/],
      [
        'aliases in a circle',
        'alias p q\nalias q r\nalias r q',
        'p',
        'hangs',
        255,
        /aliases of p come back to q/,
      ],
      ['a probe list without words', 'probeall p', 'p', 'crashes', 139, /nothing to try/],
      ['a probe list of itself', 'probe p p', 'p', 'crashes', 139, /back to itself/],
      ['probe lists in a circle', 'probe p q\nprobeall q p', 'p', 'crashes', 139, /back to itself/],
      ['below in a circle', 'below x y\nbelow y x', 'x', 'crashes', 134, /circle/],
    ];
    for (const [title, conf, request, outcome, status, explanation] of cases) {
      it(`for ${title}`, () => {
        const made = plan(request, conf);
        assert.deepEqual([made.outcome, made.status], [outcome, status]);
        assert.match(made.explanation ?? '', explanation);
      });
    }

    it('for modules that need each other, and says which', () => {
      const made = plan('a', '', '/m/a.o: /m/b.o\n/m/b.o: /m/a.o');
      assert.deepEqual([made.outcome, made.status], ['crashes', 134]);
      assert.deepEqual(made.messages, [
        'modprobe: Too deep recursion in module dependencies!',
        'modprobe: Circular dependency? b a',
      ]);
    });

    it('for 129 modules above each other', () => {
      const chain = (length: number): string =>
        Array.from({ length }, (_, at) => `/m/${at}.o:${at + 1 < length ? ` /m/${at + 1}.o` : ''}`).join(
          '\n',
        );
      assert.equal(plan('0', '', chain(128)).steps.length, 128);
      assert.equal(plan('0', '', chain(129)).outcome, 'crashes');
    });

    it('for work that doubles with every module', () => {
      const names = Array.from({ length: 60 }, (_, at) => at);
      const list = names.map(
        (at) =>
          `/m/${at}.o: ${names
            .slice(at + 1)
            .map((n) => `/m/${n}.o`)
            .join(' ')}`,
      );
      assert.equal(plan('0', '', list.join('\n')).outcome, 'hangs');
    });

    it('for lists of lists that double', () => {
      const conf = Array.from({ length: 60 }, (_, at) => `probeall ${at} ${at + 1} ${at + 1}`).join('\n');
      assert.equal(plan('0', conf).outcome, 'hangs');
    });

    it('for aliases in a very long row', () => {
      const row = (length: number): string =>
        Array.from({ length }, (_, at) => `alias /p${at} /p${at + 1}`).join('\n');
      assert.equal(plan('/p0', row(9_000)).outcome, 'hangs');
      assert.equal(plan('/p0', row(10_000)).outcome, 'hangs');
      assert.equal(plan('/p0', row(300)).outcome, 'fails');
    });

    it('for probe lists in a long row', () => {
      const conf = Array.from({ length: 5000 }, (_, at) => `probe p${at} p${at + 1}`).join('\n');
      assert.equal(plan('p0', conf).outcome, 'crashes');
    });
  });

  it('notices circles of aliases by their options', () => {
    const made = plan('p', 'alias p x\nalias x p\noptions x i=1');
    assert.deepEqual(made.messages, ['modprobe: alias loop detected on p']);
    assert.deepEqual(short(printPlan(made)), ['insmod x.o i=1']);
  });

  it('cuts a circle at the thousandth name with options', () => {
    // Two in the circle have options, so an odd place in it is where modprobe stops.
    const made = plan('y', 'alias y p\nalias p x\nalias x p\noptions p i=1\noptions x j=1\noptions y k=1');
    assert.deepEqual(short(printPlan(made)), ['insmod x.o j=1 i=1 k=1']);
  });

  describe('called by the kernel', () => {
    for (const [title, conf, line] of [
      ['marks modules for removal', '', 'insmod -k -q x.o'],
      ['but not those with options -k', 'options -k x i=1', 'insmod -q x.o i=1'],
      ['nor those whose alias has', 'alias n x\noptions -k n', 'insmod -q x.o'],
      ['with the options for insmod', 'insmod_opt=-s', 'insmod -k -q -s x.o'],
    ] as const) {
      it(title, () => {
        const made = plan(conf.startsWith('alias') ? 'n' : 'x', conf, dep, { autoclean: true });
        assert.deepEqual(short(printPlan(made)), [line]);
      });
    }
  });

  it('puts options of the request last', () => {
    const made = plan('a', 'options a i=1 j=1\noptions b i=1', dep, { options: ['i=2', 'k=3'] });
    assert.deepEqual(short(printPlan(made)), ['insmod c.o', 'insmod b.o i=1', 'insmod a.o i=2 j=1 k=3']);
  });

  it('cannot be followed where a command decides', () => {
    for (const [conf, request] of [
      ['alias n `x`', 'n'],
      ['above x `x`', 'x'],
      ['below x `x`', 'x'],
      ['probe n `x`', 'n'],
    ] as const) {
      const made = plan(request, conf);
      assert.deepEqual([made.outcome, made.status], ['unknown', 255]);
      assert.match(made.explanation ?? '', /needs a shell/);
      assert.equal(made.explanationOrigin && describeOrigin(made.explanationOrigin), '/etc/modules.conf:1');
    }
    const lost = { list: undefined, unknown: { text: 'why', origin: builtIn }, messages: [] };
    const { outcome, explanation, explanationOrigin } = planLoad('x', read(''), lost);
    assert.deepEqual([outcome, explanation, explanationOrigin], ['unknown', 'why', builtIn]);
    assert.equal(plan('[xy]', '').outcome, 'unknown');
  });

  it('compares a path with metacharacters with the targets', () => {
    const made = plan('/m/x+.o', '', '/m/x+.o:');
    assert.deepEqual(printPlan(made), ['/sbin/insmod /m/x+.o']);
  });
});

describe('a load plan', () => {
  const show = ({ kind, text, origin }: Reason): string =>
    [kind, text, origin && describeOrigin(origin)].filter((part) => part !== undefined).join(', ');

  it('says why each step is there', () => {
    const made = plan('n', 'alias n a\nbelow a x\nabove n y\noptions a i=1\npre-install n p');
    assert.deepEqual(
      made.steps.map((step) => [step.module, ...step.reasons.map(show)]),
      [
        ['c', 'dependency, needed by a, /m/modules.dep:1', 'dependency, needed by b, /m/modules.dep:2'],
        ['b', 'dependency, needed by a, /m/modules.dep:1'],
        ['x', 'below, below a, /etc/modules.conf:2'],
        ['n', 'command, pre-install n, /etc/modules.conf:5'],
        ['a', 'alias, alias n, /etc/modules.conf:1'],
        ['y', 'above, above n, /etc/modules.conf:3'],
      ],
    );
    const [option] = made.steps.flatMap((step) => step.options);
    assert.equal(option && describeOrigin(option.origin), '/etc/modules.conf:4');
  });

  it('says why a module is loaded that was asked for', () => {
    assert.deepEqual(plan('x', '').steps[0]?.reasons.map(show), ['request, modprobe x']);
  });

  it('shows the way from the request to the modules', () => {
    const made = plan('n', 'alias n p\nprobeall p q y\nalias q x');
    assert.deepEqual(
      made.chain.map(({ name, via }) => (via === undefined ? name : `${name} (${show(via)})`)),
      [
        'n',
        'p (alias, alias n, /etc/modules.conf:1)',
        'q (probeall, probeall p, /etc/modules.conf:2)',
        'x (alias, alias q, /etc/modules.conf:3)',
        'y (probeall, probeall p, /etc/modules.conf:2)',
      ],
    );
  });

  it('marks options that nobody knows', () => {
    const [step] = plan('x', 'options x i=`date`').steps;
    assert.deepEqual(
      step?.options.map(({ unknown }) => unknown),
      ['needs a shell to run a command'],
    );
  });

  it('notes what is unknown, whatever comes of the request', () => {
    const conf = 'if `ls`\nalias n x\nendif\noptions x i=`date` j="a b"\ninclude `ls`\ninclude /no';
    const reading = [
      '/etc/modules.conf:1: the condition is unknown and taken for false: needs a shell to run a command',
      '/etc/modules.conf:5: the included file `ls` is unknown and not read: needs a shell to run a command',
    ];
    const options = '/etc/modules.conf:4: i=`date` j="a b" is unknown: needs a shell to run a command';
    const valid = conf.replace('\ninclude /no', '');
    for (const [text, request, outcome, notes] of [
      [conf, 'x', 'fails', reading],
      [valid, 'n', 'fails', reading],
      [valid, 'x', 'loads', [...reading, options]],
      [`${valid}\nprobeall p x x`, 'p', 'loads', [...reading, options]],
      [`${valid}\nalias n \`x\``, 'n', 'unknown', reading],
      ['', 'x', 'loads', []],
    ] as const) {
      const made = plan(request, text);
      assert.equal(made.outcome, outcome);
      assert.deepEqual(
        made.notes?.map(({ text, origin }) => `${describeOrigin(origin)}: ${text}`),
        notes,
      );
    }
  });

  it('is made for anything, in bounded time', () => {
    const name = fc.constantFrom(
      'a',
      'b',
      'c',
      'n',
      'p',
      '/dev/x',
      '/dev/*',
      'off',
      'null',
      'i=1',
      '-o',
      '`x`',
      'x*',
    );
    const list = fc.constantFrom(
      'alias',
      'above',
      'below',
      'probe',
      'probeall',
      'options',
      'install',
      'add below',
    );
    const line = fc
      .tuple(list, fc.array(name, { minLength: 1, maxLength: 4 }))
      .map(([directive, words]) => [directive, ...words].join(' '));
    const entry = fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }))
      .map(([target, needs]) => `/m/${target}.o: ${needs.map((need) => `/m/${need}.o`).join(' ')}`);
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 8 }),
        fc.array(entry, { maxLength: 4 }),
        name,
        (lines, entries, request) => {
          const made = plan(request, lines.join('\n'), entries.join('\n'));
          assert.equal(made.status === 0, made.outcome === 'loads' || made.outcome === 'nothing');
          assert.equal(made.explanation === undefined, ['loads', 'nothing', 'fails'].includes(made.outcome));
          assert.ok(made.steps.every(({ reasons }) => reasons.length > 0));
        },
      ),
    );
  });
});
