import type { DirectiveLine, DirectiveName } from '../../../syntax/modules-conf/tree.ts';
import { code } from '../../message.ts';
import { eventsIn } from './events.ts';
import { isBareAdd } from './invalid-lines.ts';
import { commandDirectives, conf, generatedFileDirectives, modulesConfRule } from './support.ts';

export const missingArgument = modulesConfRule({
  id: 'missing-argument',
  severity: 'error',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'A directive without what it needs: `alias x`, `options`, `install x`.',
    why: [
      'modutils does not notice: it accepts the line and defines something empty.',
      'A `probeall x` with nothing behind it makes modprobe crash when `x` is requested,',
      'and a directive with nothing at all behind it takes whatever an earlier line left in memory.',
    ].join('\n'),
    basis: 'modules.conf(5) for what each directive needs; modutils 2.4 checks the number of words nowhere.',
    bad: conf('alias eth0'),
    good: conf('alias eth0 eepro100'),
  },
  checkLine({ tree }, report) {
    if (tree.kind !== 'directive') return;
    if (tree.add !== undefined && isBareAdd(tree)) {
      const message =
        'modutils passes over an `add` with nothing behind it; add the directive or remove the line';
      report({ span: tree.add.span, message });
    }
    if (tree.directive === undefined) return;
    const needed = needs.get(tree.directive);
    if (needed === undefined || countWords(tree) >= needed.words) return;
    const end = tree.words.at(-1)?.span.end ?? tree.equals?.end ?? tree.name.span.end;
    report({ span: { start: tree.name.span.start, end }, message: describe(tree, needed) });
  },
  checkDocument({ document, set }, report) {
    if (set === undefined) return;
    for (const { origin } of eventsIn('file-name-empty', set, document)) {
      const { tree } = document.line(origin.line);
      if (tree.kind !== 'directive' || tree.words.length === 0) continue;
      const message = `modutils fails without a word, because ${code(tree.argument.text)} comes to nothing; name a file`;
      report({ line: origin.line, span: tree.argument.span, message });
    }
  },
});

interface Needed {
  readonly words: number;
  /** What to add, by how many words there are. */
  readonly missing: readonly string[];
}

const needs = new Map<DirectiveName, Needed>([
  ['alias', { words: 2, missing: ['a name and a module', 'a module, `off` or `null`'] }],
  ['above', { words: 2, missing: ['a module and what to load after it', 'what to load after it'] }],
  ['below', { words: 2, missing: ['a module and what to load before it', 'what to load before it'] }],
  ['define', { words: 2, missing: ['a variable and its value', 'its value (`""` for an empty one)'] }],
  ['include', { words: 1, missing: ['the file to read'] }],
  ['options', { words: 1, missing: ['a module and its options'] }],
  ['probe', { words: 2, missing: ['a name and the modules to try', 'the modules to try'] }],
  ['probeall', { words: 2, missing: ['a name and the modules to load', 'the modules to load'] }],
  ['prune', { words: 1, missing: ['the file names to leave out'] }],
  ['path', { words: 1, missing: ['a directory'] }],
  ...generatedFileDirectives.map((name) => [name, { words: 1, missing: ['a path'] }] as const),
  ...commandDirectives.map(
    (name) => [name, { words: 2, missing: ['a module and a command', 'a command'] }] as const,
  ),
]);

function isGeneratedFile(directive: DirectiveName): boolean {
  return (generatedFileDirectives as readonly DirectiveName[]).includes(directive);
}

/** The `-k` of `options -k MODULE` is no module. */
function countWords({ directive, words }: DirectiveLine): number {
  return directive === 'options' && words[0]?.text === '-k' ? words.length - 1 : words.length;
}

function describe(tree: DirectiveLine, { missing }: Needed): string {
  const { directive, name, words } = tree;
  const count = countWords(tree);
  const add = missing[count];
  const written = [name.text, ...words.map((word) => word.text)].join(' ');
  if (directive === 'probeall' && count === 1) {
    return `modprobe crashes when \`${words[0]!.text}\` is requested, because \`${written}\` names nothing to load; add ${add}`;
  }
  if (tree.equals === undefined && words.length === 0) {
    return `modutils takes whatever an earlier line left in memory, because nothing is behind \`${written}\`; add ${add}`;
  }
  if (directive !== undefined && isGeneratedFile(directive)) {
    return `modutils fails without a word, because nothing is behind \`${written}=\`; add ${add}`;
  }
  return `modutils accepts \`${written}${tree.equals ? '=' : ''}\` and defines something empty; add ${add}`;
}
