import type { DirectiveName } from '../../syntax/modprobe-d/tree.ts';
import type { DirectiveDoc } from '../directive-doc.ts';
import { bold, code, paragraphs } from '../hover/markdown.ts';
import { isPattern, type KmodView, kmodName, kmodView } from '../kmod-view.ts';
import type { LinePart } from '../line-part.ts';
import type { Snapshot } from '../snapshot.ts';
import { modprobeDDocs } from './directive-docs.ts';
import { kmodLineEffects } from './line-effect.ts';
import { kmodNameHover } from './module-hover.ts';
import { parameterHover } from './option-hover.ts';

/** @returns what there is to say of a part of line `line` of a modprobe.d, as Markdown. */
export function modprobeDHover(snapshot: Snapshot, line: number, part: LinePart): string | undefined {
  const view = kmodView(snapshot);
  switch (part.kind) {
    case 'directive':
      return directiveHover(part.directive as DirectiveName | undefined, snapshot, view, line);
    case 'name':
      return part.role === 'defines-alias' && isPattern(kmodName(part.name))
        ? aliasPatternHover(part.name, snapshot, view, line)
        : paragraphs(kmodNameHover(part.name, view, snapshot), effects(snapshot, view, line));
    case 'alias-keyword':
      return '**off**: an idiom of modutils. kmod takes it for a module that does not exist: nothing is loaded, and modprobe reports success. `install NAME /bin/false` refuses.';
    case 'option':
      return parameterHover(part.text, part.module, view, snapshot, line);
    case 'flag':
      return flags[part.flag];
    case 'value':
      return `${code(part.text)} is ignored: kmod does not expect a word here.`;
    case 'command':
      return paragraphs(
        `${code(part.text)} is handed to \`/bin/sh\` and runs as root. modconf never runs it.`,
        effects(snapshot, view, line),
      );
    default:
      return undefined;
  }
}

const flags: Readonly<Record<string, string>> = {
  'pre:': '**pre:** what follows is loaded before the module. It does not matter if one of them fails.',
  'post:': '**post:** what follows is loaded after the module. It does not matter if one of them fails.',
};

function directiveHover(
  directive: DirectiveName | undefined,
  snapshot: Snapshot,
  view: KmodView,
  line: number,
): string {
  if (directive === undefined)
    return 'kmod does not know this line: it says `ignoring bad line`, and reads on.';
  return paragraphs(
    directiveMarkdown(modprobeDDocs[directive], effects(snapshot, view, line)),
    'modprobe.d(5)',
  );
}

/** @returns what a directive does; what this line of it does comes before what surprises people. */
export function directiveMarkdown({ form, summary, parameters, traps }: DirectiveDoc, here = ''): string {
  return paragraphs(
    `${code(form)}: ${summary}`,
    parameters.map(({ name, what }) => `* ${code(name.replace('…', ''))}: ${what}`).join('\n'),
    here,
    traps.map((trap) => `* ${trap}`).join('\n'),
  );
}

function effects(snapshot: Snapshot, view: KmodView, line: number): string {
  return kmodLineEffects(snapshot, view, line)
    .map((effect) => `*${effect}*`)
    .join('  \n');
}

function aliasPatternHover(written: string, snapshot: Snapshot, view: KmodView, line: number): string {
  const pattern = kmodName(written);
  const targets = view.configuration.aliases.filter((alias) => alias.pattern === pattern);
  const modules = [...new Set(targets.map(({ module }) => module))];
  const leads = modules.length === 0 ? '' : ` leads to ${modules.map(code).join(', ')}`;
  return paragraphs(
    `${bold(pattern)}: every request that matches this pattern${leads}.`,
    effects(snapshot, view, line),
  );
}
