import type { InlayHint } from 'vscode-languageserver-types';
import { readingOf } from '../lint/rules/modules-conf/events.ts';
import type { ModulesConfTree } from '../syntax/modules-conf/tree.ts';
import type { SourceDocument } from '../text/source-document.ts';
import { partsOf } from './located-part.ts';
import { modutilsView } from './modutils-view.ts';
import { planOf } from './plan-of.ts';
import { describeRequest } from './requests/describe-request.ts';
import type { Snapshot } from './snapshot.ts';

/** Longer hints push the text away. */
const longest = 60;

/**
 * @param from the first logical line
 * @param to behind the last one
 * @returns what is not written but known: the device that a name stands for, what an alias comes to in the end, what a pattern finds
 */
export function inlayHints(snapshot: Snapshot, from: number, to: number): InlayHint[] {
  const hints: InlayHint[] = [];
  for (let line = from; line < to; line++) hints.push(...hintsOf(snapshot, line));
  return hints;
}

function hintsOf(snapshot: Snapshot, line: number): InlayHint[] {
  return partsOf(snapshot, line).flatMap((part) => {
    if (part.kind === 'name' && part.role === 'defines-alias')
      return deviceHint(snapshot, line, part.name, part.span.end);
    if (part.kind === 'name' && isAliasTarget(snapshot, line))
      return targetHint(snapshot, line, part.name, part.span.end);
    if (part.kind === 'value') return expansionHint(snapshot, line, part.text, part.span.end);
    return [];
  });
}

function deviceHint(snapshot: Snapshot, line: number, name: string, end: number): InlayHint[] {
  const described = describeRequest(name);
  if (described === undefined) return [];
  const { device, what } = described;
  return hint(snapshot, line, end, device ?? what, device === undefined ? undefined : what);
}

/** Whether a line's names behind the first are what it is an alias of. */
function isAliasTarget(snapshot: Snapshot, line: number): boolean {
  return partsOf(snapshot, line).some((part) => part.kind === 'name' && part.role === 'defines-alias');
}

/** An alias of an alias: what it comes to in the end. */
function targetHint(snapshot: Snapshot, line: number, name: string, end: number): InlayHint[] {
  const { chain, outcome } = planOf(name, snapshot);
  const last = chain.at(-1)?.name;
  if (chain.length < 2 || last === undefined || outcome === 'hangs') return [];
  return hint(snapshot, line, end, `→ ${last}`, chain.map((link) => link.name).join(' → '));
}

function expansionHint(snapshot: Snapshot, line: number, text: string, end: number): InlayHint[] {
  if (snapshot.language !== 'modules.conf') return [];
  const { configuration } = modutilsView(snapshot);
  const { events } = readingOf(configuration, snapshot.document as SourceDocument<ModulesConfTree>);
  const expanded = events.get('expanded')?.filter(({ origin }) => origin.line === line) ?? [];
  const [event] = expanded;
  if (expanded.length !== 1 || event?.kind !== 'expanded' || !event.value.known) return [];
  const { words } = event.value;
  if (words.length === 1 && words[0] === text) return [];
  const label = words.length === 1 ? words[0]! : `${words.length} words`;
  return hint(snapshot, line, end, `= ${label}`, words.join('\n'));
}

function hint(
  { document }: Snapshot,
  line: number,
  end: number,
  text: string,
  tooltip: string | undefined,
): InlayHint[] {
  const label = text.length > longest ? `${text.slice(0, longest)}…` : text;
  const position = document.positionInLine(line, end);
  return [{ position, label, paddingLeft: true, ...(tooltip !== undefined && { tooltip }) }];
}
