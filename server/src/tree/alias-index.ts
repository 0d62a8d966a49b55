import { isSpace, skipSpace } from '../syntax/characters.ts';
import { normalizeName } from '../syntax/modprobe-d/names.ts';
import { anchorOf, isWildcard, matchesAlias } from './alias-pattern.ts';
import { groupBy } from './group-by.ts';
import type { TreeAlias } from './module-tree.ts';
import { withUnderscores } from './names.ts';
import { hasWildcard, searchWithWildcards } from './wildcard-request.ts';

const keyword = 'alias';

/** A bucket with more patterns than this is divided when it is first searched. */
const largeBucket = 16;

/**
 * The lines `alias PATTERN MODULE` of modules.alias or modules.symbols, found by what they match.
 *
 * Patterns are kept in buckets by their text up to the first wildcard; a request looks only into the buckets of its own
 * beginnings, one look for each length that occurs. Large buckets are divided by a piece of text that every match must
 * hold. So fnmatch(3) sees a handful of patterns, and only the beginnings of patterns are read when the index is made.
 */
export class AliasIndex {
  readonly #text: string;
  readonly #numbered: boolean;
  /** Where each physical line starts. */
  readonly #starts: number[] = [];
  /** For each line the one before it in the same bucket, -1 if there is none. */
  readonly #previous: number[] = [];
  /** The last line of each bucket. */
  readonly #buckets = new Map<string, number>();
  readonly #bucketLengths: readonly number[];
  readonly #divided = new Map<string, DividedBucket>();
  #byModule: Map<string, TreeAlias[]> | undefined;

  /**
   * @param text the file; lines that are no alias and patterns with an unpaired bracket are passed over, as depmod does
   * @param numbered whether the lines are those of a file; otherwise every alias gets the line -1
   */
  constructor(text: string, numbered = true) {
    this.#text = text;
    this.#numbered = numbered;
    const lengths = new Set<number>();
    for (let at = 0; at < text.length; ) {
      const newline = text.indexOf('\n', at);
      const end = newline === -1 ? text.length : newline;
      const bucket = bucketName(text, at, end);
      let previous = -1;
      if (bucket !== undefined) {
        previous = this.#buckets.get(bucket) ?? -1;
        this.#buckets.set(bucket, this.#starts.length);
        lengths.add(bucket.length);
      }
      this.#previous.push(previous);
      this.#starts.push(at);
      at = end + 1;
    }
    this.#bucketLengths = [...lengths];
  }

  /**
   * @param request a normalised name
   * @returns every alias that matches, in the order of the lines; one may be there twice if the request has wildcards
   */
  search(request: string): TreeAlias[] {
    if (hasWildcard(request)) return searchWithWildcards(request, [...this.all()]);
    const found = new Map<number, TreeAlias>();
    for (const length of this.#bucketLengths) {
      if (length > request.length) continue;
      for (const line of this.#candidates(request.slice(0, length), request)) {
        const alias = this.#alias(line);
        if (alias !== undefined && matchesAlias(alias.pattern, request)) found.set(line, alias);
      }
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
    for (let line = 0; line < this.#starts.length; line++) {
      const alias = this.#alias(line);
      if (alias !== undefined) yield alias;
    }
  }

  #candidates(bucket: string, request: string): readonly number[] {
    const divided = this.#divided.get(bucket);
    if (divided !== undefined) return divided.candidates(request, bucket.length);
    const lines: number[] = [];
    for (let line = this.#buckets.get(bucket) ?? -1; line !== -1; line = this.#previous[line]!)
      lines.push(line);
    if (lines.length <= largeBucket) return lines;
    const fresh = new DividedBucket(lines, (line) => this.#alias(line)?.pattern ?? '');
    this.#divided.set(bucket, fresh);
    return fresh.candidates(request, bucket.length);
  }

  /** @returns what a line says; undefined if it is no alias. */
  #alias(line: number): TreeAlias | undefined {
    const text = this.#text;
    const start = this.#starts[line]!;
    const words = text.slice(start, (this.#starts[line + 1] ?? text.length + 1) - 1).trim();
    let space = words.length;
    while (space > 0 && !isSpace(words.charCodeAt(space - 1))) space--;
    // A blank inside a pattern is part of it: the module is the last word.
    const written = words.slice(keyword.length, Math.max(space, keyword.length)).trim();
    const pattern = normalizeName(written);
    if (!words.startsWith(keyword) || !pattern) return undefined;
    return { pattern, module: withUnderscores(words.slice(space)), line: this.#numbered ? line : -1 };
  }
}

/** @returns the beginning of the pattern of the line from `start` to `end`, up to its first wildcard or blank. */
function bucketName(text: string, start: number, end: number): string | undefined {
  if (!text.startsWith(keyword, start) || !isSpace(text.charCodeAt(start + keyword.length))) return undefined;
  const from = skipSpace(text, start + keyword.length);
  let at = from;
  while (at < end && !isWildcard(text.charCodeAt(at)) && !isSpace(text.charCodeAt(at))) at++;
  return withUnderscores(text.slice(from, at));
}

/** A bucket's lines by the anchors of their patterns. */
class DividedBucket {
  readonly #byAnchor: ReadonlyMap<string, readonly number[]>;
  readonly #anchorLengths: ReadonlySet<number>;

  constructor(lines: readonly number[], patternOf: (line: number) => string) {
    this.#byAnchor = groupBy(lines, (line) => anchorOf(patternOf(line)));
    this.#anchorLengths = new Set([...this.#byAnchor.keys()].map((anchor) => anchor.length));
  }

  /** @returns the lines whose anchor occurs in `request` at or behind `from`; a line may come more than once. */
  candidates(request: string, from: number): number[] {
    const found: number[] = [];
    for (const length of this.#anchorLengths) {
      const last = length === 0 ? from : request.length - length;
      for (let at = from; at <= last; at++) {
        const lines = this.#byAnchor.get(request.slice(at, at + length));
        if (lines !== undefined) found.push(...lines);
      }
    }
    return found;
  }
}
