import { modulesConf } from '../../server/src/syntax/modules-conf/language.ts';
import { SourceDocument } from '../../server/src/text/source-document.ts';
import { type Figure, figure, median, time, timeAlone } from './figure.ts';
import { modulesConfText } from './modules-conf-text.ts';

const lineCount = 100_000;

const rounds = 9;

/** Parsing 100,000 lines of modules.conf, and one edit in them, against cutting the same text at its newlines. */
export function syntaxFigures(): Figure[] {
  const text = modulesConfText(lineCount);
  const split: number[] = [];
  const parse: number[] = [];
  const words: number[] = [];
  const edit: number[] = [];
  let document = SourceDocument.parse('', modulesConf);
  for (let round = 0; round < rounds; round++) {
    let lines = 0;
    split.push(timeAlone(() => (lines = text.split('\n').length)));
    parse.push(timeAlone(() => (document = SourceDocument.parse(text, modulesConf))));
    if (document.lineCount !== lines - 1) throw new Error('lines are missing');
    let count = 0;
    words.push(
      timeAlone(() => {
        for (const { tree } of document.lines) if (tree.kind === 'directive') count += tree.words.length;
      }),
    );
    if (count < lines / 2) throw new Error('words are missing');
    for (let index = 0; index < 25; index++) {
      const at = document.startOf(Math.floor((index * lineCount) / 25));
      edit.push(time(() => (document = document.edit({ span: { start: at, end: at }, newText: 'x' }))));
    }
  }
  const how = `medians of ${rounds} rounds in one process, 100,000 lines`;
  const cold = `the first of ${rounds} rounds, when nothing is compiled yet`;
  return [
    figure('modules.conf: parse / split', median(parse) / median(split), 'times', how, 40),
    figure('modules.conf: parse / split, first round', parse[0]! / split[0]!, 'times', cold),
    figure('modules.conf: parse', median(parse), 'ms', how),
    figure('modules.conf: every word of every line, when asked for', median(words), 'ms', how),
    figure('modules.conf: edit of one line / parse', median(edit) / median(parse), 'times', how, 1 / 500),
  ];
}
