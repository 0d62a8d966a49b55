import { skipSpace } from '../../../syntax/characters.ts';
import type { Span } from '../../../text/span.ts';
import { code } from '../../message.ts';
import { conf, expandedText, modulesConfRule, stretchSpan } from './support.ts';

export const commandSubstitution = modulesConfRule({
  id: 'command-substitution',
  severity: 'warning',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'A command in a value, which modutils runs as root whenever it reads the file.',
    why: [
      'modutils replaces `` `uname -r` `` and `` `kernelversion` `` itself. Any other command in backquotes or `$(…)` is run by a shell,',
      'as root, at every modprobe, insmod and depmod, also when the kernel asks for a module; quotes do not prevent it.',
      'What it prints decides what is loaded, so nobody can tell from the file. modconf never runs it and says nothing that depends on it.',
    ].join('\n'),
    basis: 'modutils 2.4, meta_expand: what is left goes through `/bin/echo "…"` of a shell.',
    bad: conf('options eepro100 debug=`cat /etc/debuglevel`'),
    good: conf('options eepro100 debug=2', 'keep', 'path=/lib/modules/`uname -r`/local'),
  },
  checkLine(line, report) {
    const { tree } = line;
    if (tree.kind !== 'directive') return;
    const expanded = expandedText(tree);
    if (expanded === undefined) return;
    for (const { start, end } of commandsIn(expanded.text)) {
      const written = expanded.text.slice(start, end);
      report({
        span: stretchSpan(line, expanded, start, end),
        message: `a shell runs ${code(written)} as root whenever modutils reads this; write the value itself`,
      });
    }
  },
});

/** The commands that a shell would run. Neither quotes nor backslashes hide one: modutils puts its own around them. */
function commandsIn(text: string): Span[] {
  const found: Span[] = [];
  // modutils looks for commands of its own only up to the first that is none.
  let ownCommands = true;
  for (let at = 0; at < text.length; ) {
    const start = at;
    if (text[at] === '`') {
      const close = text.indexOf('`', at + 1);
      at = close === -1 ? text.length : close + 1;
      ownCommands &&= close !== -1 && isOwnCommand(text, start + 1);
      if (!ownCommands) found.push({ start, end: at });
    } else if (text.startsWith('$((', at)) {
      at += 3;
    } else if (text.startsWith('$(', at)) {
      at = closingParenthesis(text, at + 1);
      found.push({ start, end: at });
    } else {
      at++;
    }
  }
  return found;
}

function isOwnCommand(text: string, start: number): boolean {
  const command = skipSpace(text, start);
  return text.startsWith('uname -r', command) || text.startsWith('kernelversion', command);
}

function closingParenthesis(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return at + 1;
  }
  return text.length;
}
