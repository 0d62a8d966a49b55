import type { ModulesLoadDTree } from '../../syntax/modules-load-d/tree.ts';
import type { SourceDocument } from '../../text/source-document.ts';
import { code, paragraphs } from '../hover/markdown.ts';
import { kmodName, kmodView } from '../kmod-view.ts';
import type { LinePart } from '../line-part.ts';
import { describeName } from '../modprobe-d/module-hover.ts';
import { kmodPlanMarkdown } from '../modprobe-d/plan.ts';
import type { Snapshot } from '../snapshot.ts';

/** Only there a name may have arguments behind it. */
const oldList = '/etc/modules';

/** @returns what there is to say of a part of line `line` of modules-load.d or /etc/modules, as Markdown. */
export function modulesLoadDHover(snapshot: Snapshot, line: number, part: LinePart): string | undefined {
  if (part.kind === 'name') {
    const view = kmodView(snapshot);
    const name = kmodName(part.name);
    const plan = view.bootPlan(name);
    // A blacklist counts here also for a module's own name: that is what -b stands for.
    const does = kmodPlanMarkdown(plan, `modprobe -b ${part.name}`, snapshot);
    return paragraphs(
      describeName(name, plan, `At the start of the system, ${does}`, view, snapshot),
      wholeLineNote(snapshot, line),
    );
  }
  if (part.kind !== 'option') return undefined;
  return wholeLineNote(snapshot, line) ?? `${code(part.text)} is handed to ${code(part.module)}.`;
}

function wholeLineNote({ document, file }: Snapshot, line: number): string | undefined {
  const { tree } = (document as SourceDocument<ModulesLoadDTree>).line(line);
  if (tree.kind !== 'name' || tree.words.length < 2 || file.path === oldList) return undefined;
  return `*Here the whole line is taken for the name, ${code(tree.name.text)}, and no module has it. Options belong into modprobe.d: ${code(`options ${tree.words[0]?.text ?? ''} NAME=VALUE`)}.*`;
}
