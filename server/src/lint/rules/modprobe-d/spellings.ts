import type { KmodConfiguration } from '../../../loaders/kmod/configuration.ts';
import type { ConfigurationFile, Origin } from '../../../loaders/origin.ts';
import type { Span } from '../../../text/span.ts';
import { namesOf, type PlacedName } from './names.ts';
import { type ModprobeDocument, normalized } from './support.ts';
import { isGenerated } from './tree-softdeps.ts';

/** A place where a configuration first has the name of a module. */
interface FirstPlace extends PlacedName {
  readonly file: ConfigurationFile;
}

/** A name in a document that is spelt differently there than where the configuration first has it. */
export interface OtherSpelling {
  /** How the name is written where the configuration first has it. */
  readonly first: string;
  readonly firstOrigin: Origin;
  readonly text: string;
  /** Every place in the document, in order. */
  readonly places: readonly { readonly line: number; readonly span: Span }[];
}

const known = new WeakMap<KmodConfiguration, ReadonlyMap<string, FirstPlace>>();

/** @returns the names of a document with `-` where the configuration first has `_`, or the other way round. */
export function otherSpellingsIn(set: KmodConfiguration, document: ModprobeDocument): OtherSpelling[] {
  const first = known.get(set) ?? firstSpellings(set);
  known.set(set, first);
  const found = new Map<string, OtherSpelling & { places: { line: number; span: Span }[] }>();
  for (const { line, word } of mixableNames(document)) {
    const { text } = word;
    const place = first.get(normalized(word));
    if (place === undefined || place.word.text === text) continue;
    const own = { line, span: word.span };
    const group = found.get(text);
    if (group !== undefined) group.places.push(own);
    else found.set(text, { first: place.word.text, firstOrigin: originOf(place), text, places: [own] });
  }
  return [...found.values()];
}

function originOf({ file, line, word }: FirstPlace): Origin {
  return { kind: 'file', file, line, span: word.span };
}

function firstSpellings(set: KmodConfiguration): ReadonlyMap<string, FirstPlace> {
  const first = new Map<string, FirstPlace>();
  for (const file of set.effective) {
    if (isGenerated(file.path)) continue;
    for (const name of mixableNames(file.document)) {
      const normal = normalized(name.word);
      if (!first.has(normal)) first.set(normal, { ...name, file });
    }
  }
  return first;
}

/** The names that have a dash or an underscore: the others can be spelt in one way only. */
function mixableNames(document: ModprobeDocument): PlacedName[] {
  return namesOf(document).filter(({ word }) => word.text.includes('-') || word.text.includes('_'));
}
