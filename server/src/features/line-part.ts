import type { SourceLine } from '../text/source-document.ts';
import type { Span } from '../text/span.ts';

/**
 * A piece of a line and what it means there: what hovers, definitions, references and colours go by, in every language. The span
 * is in the line's raw text.
 */
export type LinePart = {
  readonly span: Span;
} /** The directive's name, without the tag of a `path`; `directive` is what the loader takes it for. */ & (
  | { readonly kind: 'directive'; readonly directive: string | undefined; readonly written: string }
  | { readonly kind: 'add' }
  | { readonly kind: 'tag'; readonly tag: string }
  /** A module, an alias or a name that somebody asks for. */
  | { readonly kind: 'name'; readonly name: string; readonly role: NameRole }
  /** `off` or `null` as what an alias stands for. */
  | { readonly kind: 'alias-keyword'; readonly keyword: 'off' | 'null' }
  /** A word of `options`, and the name that the line gives it to. */
  | { readonly kind: 'option'; readonly module: string; readonly text: string }
  /** `-k`, `-f`, `-n`, `!`, an operator. */
  | { readonly kind: 'flag'; readonly flag: string }
  | { readonly kind: 'variable'; readonly name: string; readonly defines: boolean }
  /** What an assignment, `include` or `define` gives, as a whole; variables in it are parts of their own. */
  | { readonly kind: 'value'; readonly directive: string; readonly text: string }
  | { readonly kind: 'command'; readonly text: string }
  /** The path of a module's file in modules.dep. */
  | { readonly kind: 'module-file'; readonly path: string; readonly role: 'target' | 'dependency' }
  /** A rule that a comment silences. */
  | { readonly kind: 'rule'; readonly id: string }
);

/** What a name does on its line: an alias or list is made, or something that exists is mentioned. */
export type NameRole = 'defines-alias' | 'defines-list' | 'mention';

/** @returns the parts of a line, in order; a variable follows the value that it stands in. */
export type PartsOf<Tree> = (line: SourceLine<Tree>) => readonly LinePart[];

/** @returns the smallest of a line's parts at an offset in its raw text; of equal ones, and of two that meet there, the one behind. */
export function partAt(parts: readonly LinePart[], offset: number): LinePart | undefined {
  let best: LinePart | undefined;
  for (const part of parts) {
    const { start, end } = part.span;
    if (offset < start || offset > end) continue;
    if (best === undefined || end - start <= length(best) || best.span.end === start) best = part;
  }
  return best;
}

function length({ span }: LinePart): number {
  return span.end - span.start;
}

/** @returns a function of a line that is worked out once for every line object: lines are shared by the versions of a document. */
export function oncePerLine<Tree, Result>(
  make: (line: SourceLine<Tree>) => Result,
): (line: SourceLine<Tree>) => Result {
  const known = new WeakMap<SourceLine<Tree>, { readonly result: Result }>();
  return (line) => {
    let made = known.get(line);
    if (made === undefined) {
      made = { result: make(line) };
      known.set(line, made);
    }
    return made.result;
  };
}
