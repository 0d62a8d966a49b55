import { strict as assert } from 'node:assert';
import type { ConfigurationEvent } from '../../../server/src/loaders/modutils/configuration-event.ts';
import { describeOrigin, rangeOf } from '../../../server/src/loaders/origin.ts';
import { read } from './support.ts';

/** @returns `LINE KIND DETAIL` of an event. */
function show(event: ConfigurationEvent): string {
  const line = rangeOf(event.origin).start.line + 1;
  return `${line} ${event.kind} ${detail(event)}`.trimEnd();
}

function detail(event: ConfigurationEvent): string {
  switch (event.kind) {
    case 'condition':
      return String(event.value);
    case 'unknown-operator':
      return event.operator;
    case 'else-again':
      return `after ${describeOrigin(event.first)}`;
    case 'paths-dropped':
      return String(event.dropped.length);
    case 'keep-ineffective':
      return event.firstPath === undefined ? 'again' : `after ${describeOrigin(event.firstPath)}`;
    case 'path-tag-malformed':
      return event.written;
    case 'replaced':
      return `${event.list} ${event.old.key} of ${describeOrigin(event.old.parts[0]!.origin)}`;
    case 'command-dead':
      return `for ${describeOrigin(event.winner.origin)}`;
    case 'insmod-opt-replaced':
      return describeOrigin(event.old);
    case 'include':
      return `${event.path} ${event.failure ?? 'read'}`;
    case 'expanded':
      return event.value.known ? event.value.words.join('|') : `unknown: ${event.value.reason}`;
    case 'variable-undefined':
      return event.name;
    case 'glob-no-match':
      return event.pattern;
    default:
      return '';
  }
}

/** title, text, events. */
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a line in a branch that is not taken',
    'if 0\nalias a b\nfoo\nendif',
    ['1 condition false', '2 skipped', '3 skipped'],
  ],
  [
    'a condition that is not evaluated',
    'if 1\nelseif 1\nendif',
    ['1 condition true', '2 condition-not-evaluated'],
  ],
  [
    'an unknown condition',
    'if `x`\nendif',
    ['1 expanded unknown: needs a shell to run a command', '1 condition undefined'],
  ],
  ['an unknown operator', 'if a eq b\nendif', ['1 unknown-operator eq', '1 condition false']],
  [
    'a branch taken in one that is not',
    'if 0\nif 1\nelse\nendif\nendif',
    ['1 condition false', '2 condition true', '2 active-in-inactive'],
  ],
  [
    'an else that is taken in a branch that is not',
    'if 0\nif 0\nelse\nendif\nendif',
    ['1 condition false', '2 condition false', '3 active-in-inactive'],
  ],
  [
    'a second else',
    'if 1\nelse\nelse\nendif',
    ['1 condition true', '3 else-again after /etc/modules.conf:2'],
  ],
  ['paths that are dropped', 'path=/a\npath=/b', ['1 paths-dropped 21']],
  [
    'keep behind a path',
    'path=/a\nkeep',
    ['1 paths-dropped 21', '2 keep-ineffective after /etc/modules.conf:1'],
  ],
  ['keep behind keep', 'keep\nkeep', ['2 keep-ineffective again']],
  ['a malformed tag', 'keep\npath[a=/a', ['2 path-tag-malformed [a']],
  ['an alias that replaces another', 'alias a b\nalias a c', ['2 replaced alias a of /etc/modules.conf:1']],
  ['an alias that replaces a built-in one', 'alias eth0 ne', ['1 replaced alias eth0 of built in']],
  [
    'options that replace',
    'options a x=1\noptions a x=2\nadd options a y=1',
    ['2 replaced options a of /etc/modules.conf:1'],
  ],
  [
    'a command that comes too late',
    'install a x\ninstall a y\nremove a z',
    ['2 command-dead for /etc/modules.conf:1'],
  ],
  ['insmod_opt twice', 'insmod_opt=a\ninsmod_opt=b', ['2 insmod-opt-replaced /etc/modules.conf:1']],
  ['a generated file without a name', 'depfile=', ['1 file-name-empty']],
  ['a file that is read', 'include /b', ['1 include /b read']],
  ['a file that is not there', 'include /no', ['1 include /no /no: no such file or directory']],
  [
    'a file that nobody knows',
    'include `x`',
    ['1 expanded unknown: needs a shell to run a command', '1 include `x` needs a shell to run a command'],
  ],
  ['the end of reading', 'endif\nalias a b', ['1 stopped']],
  ['what an expansion became', 'alias a "b c"', ['1 expanded b c']],
  ['a variable that is not there', 'alias a x$Y', ['1 variable-undefined Y', '1 expanded x']],
  [
    'a pattern that finds nothing',
    'path=/no/*',
    ['1 paths-dropped 21', '1 glob-no-match /no/*', '1 expanded /no/*'],
  ],
  ['nothing for plain lines', 'alias a b\noptions a x=1\nadd alias c d\nkeep\ninstall a b', []],
];

describe('the record of what modutils does silently', () => {
  for (const [title, text, events] of cases) {
    it(`has ${title}`, () => {
      assert.deepEqual(read(text, { '/b': '' }).events.map(show), events);
    });
  }
});
