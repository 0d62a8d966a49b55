import { type Disagreement, disagreements, type TextDisagreement } from '../../../tree/disagreement.ts';
import type { ModuleEntry } from '../../../tree/module-tree.ts';
import { moduleNameOf } from '../../../tree/names.ts';
import { wordsBetween } from '../../../tree/words.ts';
import { code } from '../../message.ts';
import type { DocumentFinding } from '../../rule.ts';
import { dep26With, entriesOf, modulesDepRule, type PlacedEntry } from './support.ts';

/** How many lines are reported one by one, and how many modules a message names. */
const maximumLines = 50;
const named = 3;

const index = ['kernel/fs/fat.ko:', 'kernel/fs/vfat.ko: kernel/fs/fat.ko'];

export const depTextBinDisagree = modulesDepRule({
  id: 'dep-text-bin-disagree',
  severity: 'warning',
  fix: 'none',
  needs: ['tree'],
  docs: {
    summary: 'modules.dep and modules.dep.bin, which modprobe reads instead, say different things.',
    why: [
      'depmod writes both, and modprobe looks only into modules.dep.bin. What somebody changes in modules.dep has no effect, and the next depmod takes it out again.',
      'Run `depmod -a` to make both anew. To have a module loaded before another, write `softdep` in a file of modprobe.d; to choose between two modules of one name, `search` or `override` in a file of depmod.d.',
      '',
      `The first ${maximumLines} lines are reported one by one. Nothing is said where modules.dep.bin is missing or damaged.`,
    ].join('\n'),
    basis: 'modules.dep.bin(5): the text is for people, kmod reads the binary file.',
    bad: dep26With({ 'modules.dep.bin': index }, [
      'kernel/fs/fat.ko:',
      'kernel/fs/vfat.ko: kernel/fs/fat.ko kernel/fs/nls_utf8.ko',
    ]),
    good: dep26With({ 'modules.dep.bin': index }, index),
  },
  checkDocument({ document, tree: bin }, report) {
    const entries = entriesOf(document);
    const found = disagreements(entries.map(asModule), bin);
    const inText = found.filter(isInText).flatMap((each) => {
      const entry = entries[each.entry.line]!;
      return entry.tree.malformed === undefined ? [{ ...each, place: entry }] : [];
    });
    for (const each of inText.slice(0, maximumLines)) report(describe(each, each.place));
    const others = inText.slice(maximumLines);
    if (others[0] !== undefined) {
      const lines = others.length === 1 ? 'one more line' : `${others.length} more lines`;
      const message = `modprobe goes by modules.dep.bin, which does not agree with ${lines}; run \`depmod -a\``;
      report({ line: others[0].place.line, span: others[0].place.tree.target.span, message });
    }
    const names = found.flatMap((each) => (each.kind === 'missing-in-text' ? [each.name] : []));
    if (names.length > 0) report({ line: 0, span: { start: 0, end: 0 }, message: describeMissing(names) });
  },
});

function isInText(found: Disagreement): found is TextDisagreement {
  return found.kind !== 'missing-in-text';
}

/** The `line` is the place among the entries. */
function asModule({ tree }: PlacedEntry, line: number): ModuleEntry {
  const listedPath = tree.target.text;
  const dependencies = tree.dependencies.map(({ text }) => text);
  return { name: moduleNameOf(listedPath), path: listedPath, listedPath, dependencies, line };
}

function describe({ entry, bin }: TextDisagreement, { line, tree }: PlacedEntry): DocumentFinding {
  const name = code(entry.name);
  const says = (what: string, span = tree.target.span) => ({
    line,
    span,
    message: `modprobe goes by modules.dep.bin, ${what}; run \`depmod -a\``,
  });
  if (bin === undefined) return says(`which has no ${name}`);
  const colon = bin.indexOf(':');
  const path = colon === -1 ? bin : bin.slice(0, colon);
  if (path !== entry.listedPath) return says(`where ${name} is the file ${code(path)}`);
  const needs = wordsBetween(bin, colon + 1, bin.length);
  const extra = tree.dependencies.find(({ text }) => !needs.includes(text));
  if (extra !== undefined) return says(`where ${name} does not need ${code(extra.text)}`, extra.span);
  const missing = needs.find((need) => !entry.dependencies.includes(need));
  if (missing !== undefined) return says(`where ${name} needs ${code(missing)}, too`);
  return says(`where the dependencies of ${name} stand in another order`);
}

function describeMissing(names: readonly string[]): string {
  const first = names.slice(0, named).map(code).join(', ');
  const more = names.length > named ? ` and ${names.length - named} more` : '';
  return `modprobe finds ${first}${more} in modules.dep.bin, and this file does not list ${names.length === 1 ? 'it' : 'them'}; run \`depmod -a\``;
}
