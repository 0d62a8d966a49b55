import type { Diagnostic } from '../lint/diagnostic.ts';
import { lint, rulesFor } from '../lint/registry.ts';
import type { LintSettings } from '../lint/settings.ts';
import type { LanguageId } from '../syntax/language.ts';
import type { Position, Range, TextEdit } from '../text/span.ts';
import type { Snapshot } from './snapshot.ts';

/** A change of a document's text. */
export interface RangeChange {
  readonly range: Range;
  readonly text: string;
}

/**
 * What is wrong in a document that is too long to be looked at as a whole after every letter: what its lines say by themselves is
 * looked for, what depends on the whole configuration is taken over from before.
 *
 * @param earlier the findings of an earlier version, {@link moved} by the changes since
 */
export function quickFindings(
  { file, language, document }: Snapshot,
  earlier: readonly Diagnostic[],
  settings?: LintSettings,
): Diagnostic[] {
  const { path } = file;
  const fresh = lint({
    path,
    location: path,
    language,
    document,
    ...(settings !== undefined && { settings }),
  });
  const ofWhole = rulesOfWhole(language);
  const taken = earlier.filter(({ rule }) => ofWhole.has(rule));
  return [...fresh, ...taken].sort((left, right) => compare(left.range.start, right.range.start));
}

/** @returns findings where they stand after a change; those whose fix would touch what was changed lose it. */
export function moved(findings: readonly Diagnostic[], change: RangeChange): Diagnostic[] {
  const end = endOf(change);
  const isInsertion = compare(change.range.start, change.range.end) === 0;
  const moveRange = (range: Range): Range => ({
    // What is put in at a start stands before it, what is put in at an end behind it.
    start:
      isInsertion && compare(range.start, change.range.start) === 0
        ? end
        : movePosition(range.start, change, end),
    end: movePosition(range.end, change, end),
  });
  return findings.map((finding) => {
    const { fix, range } = finding;
    // Most stand before the change.
    if (compare(range.end, change.range.start) < 0 && fix === undefined) return finding;
    const { fix: _, ...rest } = finding;
    const edits = fix?.edits.map((edit): TextEdit => ({ ...edit, range: moveRange(edit.range) }));
    const keepsFix = fix !== undefined && !fix.edits.some((edit) => overlaps(edit.range, change.range));
    return { ...rest, range: moveRange(range), ...(keepsFix && { fix: { ...fix, edits: edits! } }) };
  });
}

/** The rules that need more than the document. */
const ofWholeByLanguage = new Map<LanguageId, ReadonlySet<string>>();

function rulesOfWhole(language: LanguageId): ReadonlySet<string> {
  let rules = ofWholeByLanguage.get(language);
  if (rules === undefined) {
    rules = new Set(
      rulesFor(language)
        .filter(({ needs }) => needs.length > 0)
        .map(({ id }) => id),
    );
    ofWholeByLanguage.set(language, rules);
  }
  return rules;
}

/** Where the text that a change puts in ends. */
function endOf({ range: { start }, text }: RangeChange): Position {
  const lastBreak = text.lastIndexOf('\n');
  if (lastBreak === -1) return { line: start.line, character: start.character + text.length };
  let breaks = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) breaks++;
  return { line: start.line + breaks, character: text.length - lastBreak - 1 };
}

function movePosition(position: Position, { range }: RangeChange, end: Position): Position {
  if (compare(position, range.start) <= 0) return position;
  if (compare(position, range.end) < 0) return end;
  const line = position.line + end.line - range.end.line;
  const isOnLastLine = position.line === range.end.line;
  return {
    line,
    character: isOnLastLine ? position.character + end.character - range.end.character : position.character,
  };
}

function overlaps(left: Range, right: Range): boolean {
  return compare(left.start, right.end) <= 0 && compare(right.start, left.end) <= 0;
}

function compare(left: Position, right: Position): number {
  return left.line - right.line || left.character - right.character;
}
