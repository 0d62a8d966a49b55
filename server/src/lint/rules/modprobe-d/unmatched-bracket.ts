import { normalizeName } from '../../../syntax/modprobe-d/names.ts';
import { code } from '../../message.ts';
import { blameOf } from '../kmod/bad-line.ts';
import { modprobeDialect } from './dialect.ts';
import { conf, modprobeDRule } from './support.ts';

export const unmatchedBracket = modprobeDRule({
  id: 'unmatched-bracket',
  severity: 'error',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'A `[` or `]` in a name without its partner.',
    why: 'Names may be patterns, in which `[…]` stands for one of some characters. modprobe answers `ignoring bad line` where one of the brackets is missing, and reads on; the line has no effect.',
    basis: 'kmod puts `_` for `-` outside brackets and gives up at an unpaired one.',
    bad: conf('alias usb:v0403p600[1* ftdi_sio'),
    good: conf('alias usb:v0403p600[1]* ftdi_sio'),
  },
  lines: ['fault'],
  checkLine(line, report) {
    const { tree } = line;
    if (tree.kind !== 'command' || blameOf(line, modprobeDialect) !== 'unmatched-bracket') return;
    const names = 'words' in tree ? tree.words.slice(0, 2) : tree.name === undefined ? [] : [tree.name];
    const name = names.find(({ text }) => normalizeName(text) === undefined);
    if (name === undefined) return;
    const bracket = unpaired(name.text);
    const message = `modprobe ignores this line, because the \`${name.text[bracket]}\` in ${code(name.text)} has no partner; add it, or remove this one`;
    report({ span: name.spanOf(bracket, bracket + 1), message });
  },
});

/** The offset of the first bracket without its partner. */
function unpaired(name: string): number {
  for (let at = 0; at < name.length; at++) {
    if (name[at] === ']') return at;
    if (name[at] !== '[') continue;
    const close = name.indexOf(']', at);
    if (close === -1) return at;
    at = close;
  }
  return 0;
}
