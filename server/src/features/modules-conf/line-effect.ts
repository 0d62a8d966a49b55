import { showExpansion } from '../../expand/expansion.ts';
import { readingOf } from '../../lint/rules/modules-conf/events.ts';
import type { ModutilsConfiguration } from '../../loaders/modutils/configuration.ts';
import type { ConfigurationEvent } from '../../loaders/modutils/configuration-event.ts';
import type { Origin } from '../../loaders/origin.ts';
import type { ModulesConfTree } from '../../syntax/modules-conf/tree.ts';
import type { SourceDocument } from '../../text/source-document.ts';
import { code, place, plain } from '../hover/markdown.ts';
import type { Snapshot } from '../snapshot.ts';

type Document = SourceDocument<ModulesConfTree>;

/**
 * @returns what the loader really does with a line where that is not what it says: that it is not read, without effect,
 *   replaced later, …; a Markdown sentence each
 */
export function lineEffects(
  snapshot: Snapshot,
  configuration: ModutilsConfiguration,
  line: number,
): string[] {
  const document = snapshot.document as Document;
  const { events, skipped, uncertain } = readingOf(configuration, document);
  if (skipped.has(line))
    return ['Here it is not read: its branch is not taken, or reading has stopped before.'];
  const effects = uncertain.has(line)
    ? ['Whether it is read here cannot be told without running something.']
    : [];
  for (const list of events.values()) {
    for (const event of list) {
      if (event.origin.line !== line) continue;
      const effect = describeEvent(event, snapshot);
      if (effect !== undefined) effects.push(effect);
    }
  }
  return [...effects, ...deadBecause(configuration, document, line, snapshot)];
}

function describeEvent(event: ConfigurationEvent, snapshot: Snapshot): string | undefined {
  switch (event.kind) {
    case 'condition':
      return event.value === undefined
        ? 'Here nobody knows its value without running something; it is taken for false.'
        : `Here it is ${event.value ? 'true' : 'false'}.`;
    case 'condition-not-evaluated':
      return 'Here it is not evaluated: a branch before was taken.';
    case 'active-in-inactive':
      return 'Here the branch counts **although** one around it does not: modutils looks only at the innermost `if`.';
    case 'else-again':
      return `Here it flips the branch back; there is an \`else\` already, ${place(event.first, snapshot)}.`;
    case 'paths-dropped':
      return `Here it drops the ${event.dropped.length} search paths so far.`;
    case 'keep-ineffective':
      return event.firstPath === undefined
        ? 'Here it has no effect: there is one before.'
        : `Here it has no effect: ${place(event.firstPath, snapshot)} already dropped the defaults.`;
    case 'path-tag-malformed':
      return 'Here the tag is malformed; modutils takes it for `misc`.';
    case 'replaced':
      return `Here it replaces ${code(showExpansion(event.old.value) || '(nothing)')} (${places(event.old.parts, snapshot)}).`;
    case 'command-dead':
      return `Here it has no effect: ${place(event.winner.origin, snapshot)} comes first.`;
    case 'insmod-opt-replaced':
      return `Here it replaces what ${place(event.old, snapshot)} says.`;
    case 'include':
      return event.failure === undefined ? undefined : `Here the file is not read: ${plain(event.failure)}.`;
    default:
      return undefined;
  }
}

/** What later lines did to this one. */
function deadBecause(
  { events }: ModutilsConfiguration,
  document: Document,
  line: number,
  snapshot: Snapshot,
): string[] {
  const isHere = (origin: Origin) =>
    origin.kind === 'file' && origin.file.document === document && origin.line === line;
  return events.flatMap((event) => {
    if (event.kind === 'replaced' && event.old.parts.some(({ origin }) => isHere(origin)))
      return [`Here it has no effect: ${place(event.origin, snapshot)} replaces it.`];
    if (event.kind === 'paths-dropped' && event.dropped.some(({ origin }) => isHere(origin)))
      return [`Here it has no effect: ${place(event.origin, snapshot)} drops it.`];
    return [];
  });
}

function places(parts: readonly { readonly origin: Origin }[], snapshot: Snapshot): string {
  return parts.map(({ origin }) => place(origin, snapshot)).join(', ');
}
