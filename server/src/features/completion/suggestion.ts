import type { CompletionItemKind } from 'vscode-languageserver-types';

/** Something that may stand at the caret. */
export interface Suggestion {
  readonly label: string;
  readonly kind: keyof typeof itemKind;
  /** In one line: what it is. */
  readonly detail?: string;
  /** What is put in, if not the label. */
  readonly insert?: string;
  /** With places to fill in, for editors that can; they are for the end of a line only. */
  readonly snippet?: string;
  /** Suggestions of a lower rank come first. */
  readonly rank?: number;
  /** What {@link describeSuggestion} explains it by. */
  readonly about?: About;
}

/** What a suggestion is about, small enough to travel to the editor and back. */
export type About =
  | { readonly kind: 'directive'; readonly name: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'rule'; readonly name: string };

/** What may stand behind a stretch of text. */
export interface Suggestions {
  /** Where in the stretch the text begins that is being written, which a suggestion replaces. */
  readonly start: number;
  /** That text: what the loader sees of it. */
  readonly prefix: string;
  readonly candidates: Iterable<Suggestion>;
}

/** The protocol's numbers; its constants would pull in code. */
export const itemKind = {
  variable: 6,
  module: 9,
  property: 10,
  value: 12,
  keyword: 14,
  file: 17,
  reference: 18,
  folder: 19,
  constant: 21,
  device: 23,
} as const satisfies Readonly<Record<string, CompletionItemKind>>;
