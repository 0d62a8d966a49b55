import { isSpace } from '../syntax/characters.ts';
import type { SourceLine } from '../text/source-document.ts';
import type { Span } from '../text/span.ts';
import type { LinePart } from './line-part.ts';
import { partsOf } from './located-part.ts';
import type { Snapshot } from './snapshot.ts';

/** What editors colour by, in the order of the numbers in the tokens. */
export const tokenTypes = [
  'comment',
  'keyword',
  'modifier',
  'namespace',
  'class',
  'interface',
  'property',
  'operator',
  'variable',
  'string',
  'macro',
  'enumMember',
  'decorator',
] as const;

export const tokenModifiers = ['declaration'] as const;

type TokenType = (typeof tokenTypes)[number];

interface LineToken extends Span {
  readonly type: TokenType;
  readonly declares: boolean;
}

/** What a grammar of the editor colours at least as well: numbers in values, the words of a shell command. */
export const colouredByGrammars: ReadonlySet<TokenType> = new Set(['comment', 'operator', 'string', 'macro']);

const nothing: ReadonlySet<TokenType> = new Set();

/**
 * @param from the first logical line
 * @param to behind the last one
 * @param leftOut what the editor does not want to know
 * @returns the tokens of some lines as the protocol wants them: five numbers each, relative to the token before
 */
export function semanticTokens(
  snapshot: Snapshot,
  from = 0,
  to = snapshot.document.lineCount,
  leftOut = nothing,
): number[] {
  const { document } = snapshot;
  const data: number[] = [];
  let lastLine = 0;
  let lastCharacter = 0;
  for (let line = from; line < to; line++) {
    const { raw } = document.line(line);
    const first = document.firstPhysicalLine(line);
    for (const { start, end, type, declares } of tokensOf(snapshot, line)) {
      if (leftOut.has(type)) continue;
      for (const piece of piecesOf(raw, start, end)) {
        const at = first + piece.line;
        const character = piece.start;
        data.push(
          at - lastLine,
          at === lastLine ? character - lastCharacter : character,
          piece.length,
          tokenTypes.indexOf(type),
          declares ? 1 : 0,
        );
        lastLine = at;
        lastCharacter = character;
      }
    }
  }
  return data;
}

function tokensOf(snapshot: Snapshot, line: number): readonly LineToken[] {
  const source = snapshot.document.line(line);
  let tokens = known.get(source);
  if (tokens === undefined) {
    tokens = makeTokens(source, partsOf(snapshot, line));
    known.set(source, tokens);
  }
  return tokens;
}

const known = new WeakMap<SourceLine<unknown>, readonly LineToken[]>();

/** Comments and parts in order, none over another: what lies in a larger part cuts it. */
function makeTokens(source: SourceLine<unknown>, parts: readonly LinePart[]): LineToken[] {
  const tokens = parts.flatMap((part) => tokensOfPart(part));
  const comments = commentSpans(source).map(
    (span): LineToken => ({ ...span, type: 'comment', declares: false }),
  );
  const all = [...tokens, ...comments].filter(({ start, end }) => end > start);
  all.sort((left, right) => left.start - right.start || right.end - left.end);
  return cutOverlaps(all);
}

function commentSpans({ comments, raw, tree }: SourceLine<unknown>): readonly Span[] {
  if (comments !== undefined) return comments;
  const isEmpty = (tree as { readonly kind?: string }).kind === 'empty';
  const text = raw.trimEnd();
  return isEmpty && text !== '' ? [{ start: raw.length - raw.trimStart().length, end: text.length }] : [];
}

function cutOverlaps(sorted: readonly LineToken[]): LineToken[] {
  const done: LineToken[] = [];
  for (const token of sorted) {
    const outer = done.at(-1);
    if (outer === undefined || token.start >= outer.end) {
      done.push(token);
      continue;
    }
    done.pop();
    if (token.start > outer.start) done.push({ ...outer, end: token.start });
    done.push(token);
    if (outer.end > token.end) done.push({ ...outer, start: token.end });
  }
  return done;
}

function tokensOfPart(part: LinePart): LineToken[] {
  const { span } = part;
  const token = (type: TokenType, declares = false): LineToken[] => [{ ...span, type, declares }];
  switch (part.kind) {
    case 'directive':
      return part.directive === undefined ? [] : token('keyword');
    case 'add':
      return token('modifier');
    case 'tag':
      return token('namespace');
    case 'name':
      return part.role === 'mention' ? token('class') : token('interface', true);
    case 'alias-keyword':
      return token('enumMember');
    case 'option':
      return optionTokens(part.text, span);
    case 'flag':
      return token('operator');
    case 'variable':
      return token('variable', part.defines);
    case 'value':
      return token('string');
    case 'command':
      return token('macro');
    case 'module-file':
      return token('class', part.role === 'target');
    case 'rule':
      return token('decorator');
  }
}

/** `parameter=value`; a word that a continuation runs through is one piece. */
function optionTokens(text: string, span: Span): LineToken[] {
  const equals = text.indexOf('=');
  if (equals <= 0 || span.end - span.start !== text.length)
    return [{ ...span, type: 'property', declares: false }];
  const middle = span.start + equals;
  return [
    { start: span.start, end: middle, type: 'property', declares: false },
    { start: middle + 1, end: span.end, type: 'string', declares: false },
  ];
}

interface Piece {
  /** Physical line, counted from the logical line's first. */
  readonly line: number;
  readonly start: number;
  readonly length: number;
}

/** A token may not run over a line end: @returns what of a stretch stands on each physical line. */
function piecesOf(raw: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let line = 0;
  let lineStart = 0;
  for (;;) {
    const newline = raw.indexOf('\n', lineStart);
    const lineEnd = newline === -1 ? raw.length : newline;
    let from = Math.max(start, lineStart);
    let to = Math.min(end, lineEnd);
    while (from < to && isSpace(raw.charCodeAt(from))) from++;
    while (to > from && isSpace(raw.charCodeAt(to - 1))) to--;
    if (to > from) pieces.push({ line, start: from - lineStart, length: to - from });
    if (newline === -1 || end <= lineEnd) return pieces;
    lineStart = newline + 1;
    line++;
  }
}
