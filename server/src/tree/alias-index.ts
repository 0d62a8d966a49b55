import { isSpace, skipSpace } from '../syntax/characters.ts';
import { normalizeName } from '../syntax/modprobe-d/names.ts';
import type { Span } from '../text/span.ts';
import { anchorOf, isWildcard, matchesAlias } from './alias-pattern.ts';
import { groupBy } from './group-by.ts';
import { emptyHash, extendHash, LineTable } from './line-table.ts';
import type { TreeAlias } from './module-tree.ts';
import { withUnderscores } from './names.ts';
import { hasWildcard, searchWithWildcards } from './wildcard-request.ts';

const keyword = 'alias';

/** A bucket with more patterns than this is divided when it is first searched. */
const largeBucket = 16;

/**
 * The lines `alias PATTERN MODULE` of modules.alias or modules.symbols, found by what they match.
 *
 * Patterns are kept in buckets by their text up to the first wildcard (by its hash: what does not match is sorted out
 * anyway); a request looks only into the buckets of its own beginnings. Large buckets are divided by a piece of text that
 * every match must hold. So fnmatch(3) sees a handful of patterns, and only the beginnings of patterns are read when the
 * index is made.
 */
export class AliasIndex {
  readonly #text: string;
  readonly #numbered: boolean;
  /** Where each line starts, and one more for the end. */
  readonly #starts: Int32Array;
  readonly #buckets: LineTable;
  /** Of the texts up to the first wildcard. */
  readonly #lengths = new Set<number>();
  readonly #divided = new Map<number, DividedBucket>();
  #byModule: Map<string, TreeAlias[]> | undefined;

  /**
   * @param text the file; lines that are no alias and patterns with an unpaired bracket are passed over, as depmod does
   * @param numbered whether the lines are those of a file; otherwise every alias gets the line -1
   */
  constructor(text: string, numbered = true) {
    this.#text = text;
    this.#numbered = numbered;
    this.#starts = lineStarts(text);
    const lines = this.#starts.length - 1;
    this.#buckets = new LineTable(lines);
    for (let line = 0; line < lines; line++) this.#add(line);
  }

  /** Puts a line into the bucket of its pattern. */
  #add(line: number): void {
    const text = this.#text;
    const start = this.#starts[line]!;
    if (!text.startsWith(keyword, start) || !isSpace(text.charCodeAt(start + keyword.length))) return;
    const from = skipSpace(text, start + keyword.length);
    let hash = emptyHash;
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (endsBeginning[code] === 1) break;
      hash = extendHash(hash, code);
    }
    this.#lengths.add(at - from);
    this.#buckets.add(hash, line);
  }

  /**
   * @param request a normalised name
   * @returns every alias that matches, in the order of the lines; one may be there twice if the request has wildcards
   */
  search(request: string): TreeAlias[] {
    if (hasWildcard(request)) return searchWithWildcards(request, [...this.all()]);
    const found = new Map<number, TreeAlias>();
    let hash = emptyHash;
    for (let length = 0; length <= request.length; length++) {
      if (this.#lengths.has(length)) {
        for (const line of this.#candidates(hash, request)) {
          const alias = this.#alias(line);
          if (alias !== undefined && matchesAlias(alias.pattern, request)) found.set(line, alias);
        }
      }
      hash = extendHash(hash, request.charCodeAt(length));
    }
    return [...found].sort(([left], [right]) => left - right).map(([, alias]) => alias);
  }

  /** @returns every alias that leads to a normalised module name, in the order of the lines. */
  ofModule(module: string): readonly TreeAlias[] {
    this.#byModule ??= groupBy(this.all(), (alias) => alias.module);
    return this.#byModule.get(module) ?? [];
  }

  /** Every alias, in the order of the lines. */
  *all(): Generator<TreeAlias> {
    for (let line = 0; line < this.#starts.length - 1; line++) {
      const alias = this.#alias(line);
      if (alias !== undefined) yield alias;
    }
  }

  #candidates(bucket: number, request: string): readonly number[] {
    const divided = this.#divided.get(bucket);
    if (divided !== undefined) return divided.candidates(request);
    const lines = this.#buckets.get(bucket);
    if (lines.length <= largeBucket) return lines;
    const fresh = new DividedBucket(groupBy(lines, (line) => this.#anchor(line)));
    this.#divided.set(bucket, fresh);
    return fresh.candidates(request);
  }

  /** @returns what a line says; undefined if it is no alias. */
  #alias(line: number): TreeAlias | undefined {
    const module = this.#moduleSpan(line);
    const pattern = normalizeName(this.#writtenPattern(line, module.start));
    if (!pattern || !this.#text.startsWith(keyword, this.#starts[line]!)) return undefined;
    const name = withUnderscores(this.#text.slice(module.start, module.end));
    return { pattern, module: name, line: this.#numbered ? line : -1 };
  }

  /** Where the last word of a line stands. A blank inside a pattern is part of it. */
  #moduleSpan(line: number): Span {
    const text = this.#text;
    const lineStart = this.#starts[line]!;
    let end = this.#starts[line + 1]!;
    while (end > lineStart && isSpace(text.charCodeAt(end - 1))) end--;
    let start = end;
    while (start > lineStart && !isSpace(text.charCodeAt(start - 1))) start--;
    return { start, end };
  }

  #writtenPattern(line: number, moduleStart: number): string {
    return this.#text.slice(this.#starts[line]! + keyword.length, moduleStart).trim();
  }

  /** @returns the anchor of a line's pattern. */
  #anchor(line: number): string {
    return withUnderscores(anchorOf(this.#writtenPattern(line, this.#moduleSpan(line).start)));
  }
}

/** 1 for each character that ends the beginning of a pattern: a table, because a million characters are looked up. */
const endsBeginning = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(isWildcard(code) || isSpace(code)),
);

/** @returns where each line of a text starts, and the text's length. */
function lineStarts(text: string): Int32Array {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  if (starts.at(-1) !== text.length) starts.push(text.length);
  return new Int32Array(starts);
}

/** A bucket's lines by the anchors of their patterns. */
class DividedBucket {
  readonly #byAnchor: ReadonlyMap<string, readonly number[]>;
  readonly #lengths: ReadonlySet<number>;

  constructor(byAnchor: ReadonlyMap<string, readonly number[]>) {
    this.#byAnchor = byAnchor;
    this.#lengths = new Set([...byAnchor.keys()].map((anchor) => anchor.length));
  }

  /** @returns the lines whose anchor occurs in `request`; a line may come more than once. */
  candidates(request: string): number[] {
    const found: number[] = [];
    for (const length of this.#lengths) {
      const last = length === 0 ? 0 : request.length - length;
      for (let at = 0; at <= last; at++) {
        const lines = this.#byAnchor.get(request.slice(at, at + length));
        if (lines !== undefined) found.push(...lines);
      }
    }
    return found;
  }
}
