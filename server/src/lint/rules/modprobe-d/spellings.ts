import type { KmodConfiguration } from '../../../loaders/kmod/configuration.ts';
import type { Origin } from '../../../loaders/origin.ts';
import type { Span } from '../../../text/span.ts';
import { namesOf, type PlacedName } from './names.ts';
import { type ModprobeDocument, normalized } from './support.ts';
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
  for (const { line, word } of mixableNames(document)) {
    const { text } = word;
    const spelling = first.get(normalized(word));
    if (spelling === undefined || spelling.text === text) continue;
    const place = { line, span: word.span };
    const group = found.get(text);
    if (group === undefined) found.set(text, { first: spelling, text, places: [place] });
    else group.places.push(place);
  }
  return [...found.values()];
}

function firstSpellings(set: KmodConfiguration): ReadonlyMap<string, Spelling> {
  const first = new Map<string, Spelling>();
  for (const file of set.effective) {
    if (isGenerated(file.path)) continue;
    for (const { line, word } of mixableNames(file.document)) {
      const name = normalized(word);
      if (first.has(name)) continue;
      first.set(name, { text: word.text, origin: { kind: 'file', file, line, span: word.span } });
    }
  }
  return first;
}

/** The names that have a dash or an underscore: the others can be spelt in one way only. */
function mixableNames(document: ModprobeDocument): PlacedName[] {
  return namesOf(document).filter(({ word }) => word.text.includes('-') || word.text.includes('_'));
}
