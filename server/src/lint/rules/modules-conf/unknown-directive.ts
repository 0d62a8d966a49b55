import {
  assignmentDirectives,
  type DirectiveLine,
  wordDirectives,
} from '../../../syntax/modules-conf/tree.ts';
import { code } from '../../message.ts';
import { nearest } from '../../nearest.ts';
import type { LineEdit } from '../../rule.ts';
import { describeInvalid, invalidLines, lostContinuation } from './invalid-lines.ts';
import { conf, modulesConfRule, nameSpan, writtenName } from './support.ts';

export const unknownDirective = modulesConfRule({
  id: 'unknown-directive',
  severity: 'error',
  fix: 'unsafe',
  needs: [],
  docs: {
    summary: 'A word that is no directive of modules.conf.',
    why: [
      'modutils answers `Invalid line N in FILE` and, when it has read everything, fails with status 255:',
      'with a single such line modprobe loads nothing at all. Directives are written in lower case.',
    ].join('\n'),
    basis: 'modules.conf(5) lists the directives; modutils 2.4 compares them letter by letter.',
    bad: conf('option sb irq=5'),
    good: conf('options sb irq=5'),
  },
  checkDocument({ document, set }, report) {
    for (const invalid of invalidLines('unknown-directive', document, set)) {
      const { line, tree } = invalid;
      const written = writtenName(tree);
      const lost = lostContinuation(invalid, document);
      const suggestion = lost === undefined ? suggest(tree) : undefined;
      const advice =
        suggestion === undefined
          ? (lost ?? elsewhere.get(written) ?? 'correct or remove it')
          : `did you mean \`${suggestion.newText}\`?`;
      report({
        line,
        span: nameSpan(tree),
        ...describeInvalid(invalid, `${code(written)} is no directive; ${advice}`),
        ...(suggestion !== undefined && {
          fix: {
            title: `Write "${suggestion.newText}"`,
            safety: 'unsafe',
            edits: [{ line, ...suggestion }],
          },
        }),
      });
    }
  },
});

/** What other languages call it. */
const synonyms = new Map([
  ['fi', 'endif'],
  ['end', 'endif'],
  ['elif', 'elseif'],
  ['preinstall', 'pre-install'],
  ['postinstall', 'post-install'],
  ['preremove', 'pre-remove'],
  ['postremove', 'post-remove'],
]);

/** Directives of modprobe.d, and what does the same here. */
const elsewhere = new Map([
  ['blacklist', 'it belongs to modprobe.d; to refuse a name write `alias NAME off`'],
  [
    'softdep',
    'it belongs to modprobe.d; write `below` for what to load before, `above` for what to load after',
  ],
  ['config', 'it belongs to modprobe.d; remove it'],
]);

/** @returns what was meant, in the place of what is written; the `add` glued to a name stays if the name makes sense without it. */
function suggest(tree: DirectiveLine): LineEdit | undefined {
  const written = stemOf(writtenName(tree));
  if (elsewhere.has(written)) return undefined;
  const { start } = nameSpan(tree);
  const whole = meaning(written, tree);
  if (whole !== undefined) return { span: { start, end: start + written.length }, newText: whole };
  const stem = stemOf(tree.name.text);
  const part = tree.add?.glued === true ? meaning(stem, tree) : undefined;
  return part === undefined
    ? undefined
    : { span: { start, end: tree.name.span.start + stem.length }, newText: `add ${part}` };
}

/** The name of the directive as far as it decides: `pth` of `pth[misc]`. */
function stemOf(name: string): string {
  const bracket = name.indexOf('[');
  return bracket === -1 ? name : name.slice(0, bracket);
}

function meaning(name: string, { equals }: DirectiveLine): string | undefined {
  if (equals !== undefined) return nearest(name, assignmentDirectives);
  return synonyms.get(name.toLowerCase()) ?? nearest(name, wordDirectives);
}
