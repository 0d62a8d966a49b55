import assert from 'node:assert/strict';
import type { SelectionRange } from 'vscode-languageserver-types';
import { foldingRanges } from '../../server/src/features/folding.ts';
import { documentLinks } from '../../server/src/features/links.ts';
import { selectionRange } from '../../server/src/features/selection.ts';
import { colouredByGrammars, semanticTokens, tokenTypes } from '../../server/src/features/semantic-tokens.ts';
import { machine24 } from '../support/machine-24.ts';
import { takeCaret } from '../support/marked.ts';
import { type SnapshotOptions, snapshotOf } from '../support/snapshot.ts';

const dep = '/lib/modules/2.4.20/modules.dep';

describe('folding', () => {
  const folds = (lines: readonly string[], options: SnapshotOptions = {}, limit?: number) =>
    foldingRanges(snapshotOf(lines.join('\n'), options), limit).map(({ startLine, endLine, kind = '' }) =>
      `${startLine}-${endLine} ${kind}`.trim(),
    );

  it('takes the branches of conditionals, comments, runs and continued lines', () => {
    const lines = [
      '# a',
      '# b',
      '',
      'if -f /x',
      'alias a b',
      'if 1',
      'keep',
      'endif',
      'else',
      'alias c d',
      'endif',
      'alias e f',
      'alias g h',
      'alias i j',
      'alias k l',
      'options x \\',
      ' a=1',
      '# one',
    ];
    assert.deepEqual(folds(lines), ['0-1 comment', '3-7', '5-6', '8-9', '11-14 region', '15-16']);
  });

  it('takes what is not closed to its end', () => {
    assert.deepEqual(folds(['if 1', 'alias a b', 'alias c d']), ['0-2']);
    assert.deepEqual(folds(['if 1', 'endif', 'endif']), []);
  });

  it('takes the entries of modules.dep', () => {
    assert.deepEqual(folds(machine24[dep]!.split('\n'), { path: dep }), ['4-5']);
  });

  it('gives no more than is wanted', () => {
    assert.deepEqual(folds(['# a', '# b', 'if 1', 'keep', 'endif'], {}, 1), ['0-1 comment']);
  });
});

describe('selection ranges', () => {
  const grown = (marked: string): string[] => {
    const { text, offset } = takeCaret(marked);
    const { document } = snapshotOf(text);
    const steps: string[] = [];
    for (
      let step: SelectionRange | undefined = selectionRange(snapshotOf(text), offset);
      step;
      step = step.parent
    )
      steps.push(text.slice(document.offsetAt(step.range.start), document.offsetAt(step.range.end)));
    return steps;
  };

  it('grow from a word to the file', () => {
    assert.deepEqual(grown('keep\nif 1\nalias net m<|>ii # c\nendif\n'), [
      'mii',
      'net mii',
      'alias net mii # c',
      'if 1\nalias net mii # c\nendif',
      'keep\nif 1\nalias net mii # c\nendif\n',
    ]);
  });

  it('grow over a branch of several lines', () => {
    const text = 'if 1\nalias a b\nali<|>as c d\nelse\nkeep\nendif';
    assert.deepEqual(grown(text).slice(0, 3), ['alias', 'alias c d', 'alias a b\nalias c d']);
  });

  it('are there everywhere', () => {
    assert.deepEqual(grown('<|>'), ['']);
    assert.deepEqual(grown('a\n<|>\nb'), ['\n'.trim(), 'a\n\nb']);
  });
});

describe('document links', () => {
  const linked = (text: string, options: SnapshotOptions = {}) => {
    const snapshot = snapshotOf(text, { files: machine24, ...options });
    return documentLinks(snapshot).map(
      ({ range, target, tooltip }) =>
        `${range.start.line}:${range.start.character}-${range.end.character} ${target?.replace('file:///root', '')} ${tooltip}`,
    );
  };

  it('lead to what is included and to files', () => {
    const text =
      'include /etc/more.conf\ninclude /etc/none\ndepfile=/lib/modules/2.4.20/modules.dep\nif -f /etc/more.conf\nendif\npath=/lib\n';
    assert.deepEqual(linked(text), [
      '0:8-22 /etc/more.conf open /etc/more.conf',
      '2:8-39 /lib/modules/2.4.20/modules.dep open /lib/modules/2.4.20/modules.dep',
      '3:6-20 /etc/more.conf open /etc/more.conf',
    ]);
  });

  it('lead from dependencies to their lines', () => {
    assert.deepEqual(linked('/a.o:\t/b.o /c.o\n/b.o:\n', { path: dep }), [`0:6-10 ${dep}#L2 go to b`]);
  });
});

describe('semantic tokens', () => {
  /** Each token as `text type`, `!` for one that is made. */
  const tokens = (
    text: string,
    options: SnapshotOptions = {},
    from?: number,
    to?: number,
    leftOut?: typeof colouredByGrammars,
  ) => {
    const data = semanticTokens(snapshotOf(text, options), from, to, leftOut);
    const lines = text.split('\n');
    const found: string[] = [];
    let line = 0;
    let character = 0;
    for (let at = 0; at < data.length; at += 5) {
      const [deltaLine, deltaStart, length, type, modifiers] = data.slice(at, at + 5) as [
        number,
        number,
        number,
        number,
        number,
      ];
      character = deltaLine === 0 ? character + deltaStart : deltaStart;
      line += deltaLine;
      found.push(
        `${lines[line]!.slice(character, character + length)} ${tokenTypes[type]}${modifiers ? '!' : ''}`,
      );
    }
    return found;
  };

  it('leave to a grammar what it colours better', () => {
    const text = 'options sb io=0x220 # c\npost-install sb echo "x"\n';
    assert.deepEqual(tokens(text, {}, undefined, undefined, colouredByGrammars), [
      'options keyword',
      'sb class',
      'io property',
      'post-install keyword',
      'sb class',
    ]);
  });

  it('tell what each word is', () => {
    assert.deepEqual(tokens('add options -k sb io=0x220 x # c\n'), [
      'add modifier',
      'options keyword',
      '-k operator',
      'sb class',
      'io property',
      '0x220 string',
      'x property',
      '# c comment',
    ]);
    assert.deepEqual(tokens('alias net mii\nalias x off\nprobeall list a\n'), [
      'alias keyword',
      'net interface!',
      'mii class',
      'alias keyword',
      'x interface!',
      'off enumMember',
      'probeall keyword',
      'list interface!',
      'a class',
    ]);
    assert.deepEqual(tokens('path[net]=/a/$V/b\ninstall x /bin/echo y\n'), [
      'path keyword',
      'net namespace',
      '/a/ string',
      '$V variable',
      '/b string',
      'install keyword',
      'x class',
      '/bin/echo y macro',
    ]);
    assert.deepEqual(tokens('define V a\nfrobnicate x\n# modconf-disable-file alias-loop\n'), [
      'define keyword',
      'V variable!',
      'a string',
      '# modconf-disable-file comment',
      'alias-loop decorator',
    ]);
  });

  it('do not run over line ends', () => {
    assert.deepEqual(tokens('install x /bin/a \\\n  b \\\n\nalias c d'), [
      'install keyword',
      'x class',
      '/bin/a \\ macro',
      'b macro',
      'alias keyword',
      'c interface!',
      'd class',
    ]);
  });

  it('of some lines are the same', () => {
    assert.deepEqual(tokens('keep\nalias a b\nkeep\n', {}, 1, 2), [
      'alias keyword',
      'a interface!',
      'b class',
    ]);
  });

  it('of modules.dep', () => {
    assert.deepEqual(tokens('/a.o: /b.o # x\n', { path: dep }), ['/a.o class!', '/b.o class', '# x comment']);
  });
});
