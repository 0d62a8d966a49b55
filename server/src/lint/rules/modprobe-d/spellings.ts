import type { KmodConfiguration } from '../../../loaders/kmod/configuration.ts';
import type { Origin } from '../../../loaders/origin.ts';
import type { Span } from '../../../text/span.ts';
import { namesIn } from './names.ts';
import { type ModprobeDocument, normalized, readCommandsOf } from './support.ts';
import { isGenerated } from './tree-softdeps.ts';

/** How the name of a module is written where a configuration first has it. */
export interface Spelling {
  readonly text: string;
  readonly origin: Origin;
}

/** A name in a document that is spelt differently there than where the configuration first has it. */
export interface OtherSpelling {
  readonly first: Spelling;
  readonly text: string;
  /** Every place in the document, in order. */
  readonly places: readonly { readonly line: number; readonly span: Span }[];
}

const known = new WeakMap<KmodConfiguration, ReadonlyMap<string, Spelling>>();

/** @returns the names of a document with `-` where the configuration first has `_`, or the other way round. */
export function otherSpellingsIn(set: KmodConfiguration, document: ModprobeDocument): OtherSpelling[] {
  const first = known.get(set) ?? firstSpellings(set);
  known.set(set, first);
  const found = new Map<string, { first: Spelling; text: string; places: { line: number; span: Span }[] }>();
  for (const { line, name, text, span } of mixableNames(document)) {
    const spelling = first.get(name);
    if (spelling === undefined || spelling.text === text) continue;
    const group = found.get(text);
    if (group === undefined) found.set(text, { first: spelling, text, places: [{ line, span }] });
    else group.places.push({ line, span });
  }
  return [...found.values()];
}

function firstSpellings(set: KmodConfiguration): ReadonlyMap<string, Spelling> {
  const first = new Map<string, Spelling>();
  for (const file of set.effective) {
    if (isGenerated(file.path)) continue;
    for (const { line, name, text, span } of mixableNames(file.document)) {
      if (!first.has(name)) first.set(name, { text, origin: { kind: 'file', file, line, span } });
    }
  }
  return first;
}

/** The names that have a dash or an underscore: the others can be spelt in one way only. */
function* mixableNames(document: ModprobeDocument) {
  for (const { line, tree } of readCommandsOf(document)) {
    for (const { word } of namesIn(tree)) {
      const { text, span } = word;
      if (/[-_]/.test(text)) yield { line, name: normalized(word), text, span };
    }
  }
}
