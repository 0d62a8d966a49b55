import { expandPlain } from '../../expand/expand.ts';
import { type Expansion, known, showExpansion, unknown } from '../../expand/expansion.ts';
import type { Origin } from '../origin.ts';
import type { EntryPart, ListName, OptionsEntry } from './configuration.ts';

export type EntryLists = Readonly<Record<ListName, Map<string, ListEntry>>>;

/** What a line gives to an entry; a number is where in the line an argument begins that needs no expansion. */
type LineValue = Expansion | number;

/**
 * An entry of a list while the configuration is read: `add` lines make it longer. A big file has one for most of its
 * lines, and most are never looked at: plain arguments are cut into words when somebody asks.
 */
export class ListEntry implements OptionsEntry {
  neverAutoclean = false;
  readonly #value: LineValue;
  readonly #origin: Origin;
  #added: { readonly value: LineValue; readonly origin: Origin }[] | undefined;

  constructor(
    readonly key: string,
    value: LineValue,
    origin: Origin,
  ) {
    this.#value = value;
    this.#origin = origin;
  }

  /** Appends what an `add` line gives. */
  add(value: LineValue, origin: Origin): void {
    this.#added ??= [];
    this.#added.push({ value, origin });
  }

  get parts(): readonly EntryPart[] {
    const first = { value: this.#value, origin: this.#origin };
    return [first, ...(this.#added ?? [])].map(({ value, origin }) => ({
      value: expansionOf(value, origin),
      origin,
    }));
  }

  get value(): Expansion {
    if (this.#added === undefined) return expansionOf(this.#value, this.#origin);
    const values = this.parts.map((part) => part.value);
    const gap = values.find((value) => !value.known);
    if (gap !== undefined && !gap.known)
      return unknown(values.map(showExpansion).join(' ').trim(), gap.reason);
    return known(values.flatMap((value) => (value.known ? value.words : [])));
  }
}

function expansionOf(value: LineValue, origin: Origin): Expansion {
  if (typeof value !== 'number') return value;
  if (origin.kind !== 'file') return known([]);
  return expandPlain(origin.file.document.line(origin.line).text.slice(value));
}
