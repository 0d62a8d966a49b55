import { assignmentDirectives, wordDirectives } from '../../../syntax/modules-conf/tree.ts';
import type { KmodCommand } from '../kmod/dialect.ts';
import { unknownWord } from '../kmod/unknown-word.ts';
import { modprobeDialect } from './dialect.ts';
import { conf, modprobeDRule } from './support.ts';

export const unknownDirective = modprobeDRule({
  id: 'unknown-directive',
  severity: 'error',
  fix: 'unsafe',
  needs: [],
  docs: {
    summary: 'A line that begins with a word that is no directive of modprobe.d.',
    why: 'modprobe answers `ignoring bad line starting with …` on stderr, where nobody looks at boot, and reads on with exit status 0. The line has no effect.',
    basis: 'modprobe.d(5) lists the directives; kmod ignores lines with any other first word.',
    bad: conf('option snd_hda_intel index=1'),
    good: conf('options snd_hda_intel index=1'),
  },
  lines: ['fault'],
  checkLine(line, report) {
    const finding = unknownWord(line, modprobeDialect, { known, otherwise });
    if (finding !== undefined) report(finding);
  },
});

/** Directives of modutils, and what does the same here. */
const successors: Readonly<Record<string, string>> = {
  above: 'write `softdep MODULE post: …`',
  add: 'leave `add` out: the lines of a module add up by themselves',
  below: 'write `softdep MODULE pre: …`',
  'post-install': 'write `install MODULE modprobe --ignore-install MODULE $CMDLINE_OPTS && …`',
  'post-remove': 'write `remove MODULE modprobe -r --ignore-remove MODULE && …`',
  'pre-install': 'write `install MODULE …; modprobe --ignore-install MODULE $CMDLINE_OPTS`',
  'pre-remove': 'write `remove MODULE …; modprobe -r --ignore-remove MODULE`',
  probe: 'write one `alias` line for each module',
  probeall: 'write one `alias` line for each module: all of them are loaded',
};

const ofModutils: ReadonlySet<string> = new Set(
  [...assignmentDirectives, ...wordDirectives].filter((name) => !modprobeDialect.directives.includes(name)),
);

function known({ command: { text } }: KmodCommand): string | undefined {
  const stem = /^[\w-]*/.exec(text)?.[0] ?? '';
  const successor = successors[stem];
  if (successor !== undefined) return `it belongs to modules.conf; ${successor}`;
  if (ofModutils.has(stem)) return 'it belongs to modules.conf and has no successor; remove it';
  if (/^[\w-]+=/.test(text))
    return 'write the options on the line of their module, or end the line before this one in `\\`';
  return undefined;
}

/** A name by itself, as in modules-load.d. */
function otherwise(tree: KmodCommand): string | undefined {
  const isAlone = 'words' in tree && Array.isArray(tree.words) && tree.words.length === 0;
  return isAlone
    ? 'if it is a module that is to be loaded at boot, list it in /etc/modules-load.d'
    : undefined;
}
