import { unusedSuppression } from './engine-rules.ts';
import { nearest } from './nearest.ts';
import type { DocumentFinding, DocumentFix, RuleInfo } from './rule.ts';
import type { SuppressedName, Suppression } from './suppression.ts';

/** A finding on its way to a diagnostic. */
export interface LocatedFinding {
  readonly rule: RuleInfo;
  readonly finding: DocumentFinding;
}

/** A suppression and the index of the logical line that it stands in. */
export interface LocatedSuppression {
  readonly line: number;
  readonly suppression: Suppression;
}

export interface SuppressionContext {
  readonly suppressions: readonly LocatedSuppression[];
  /** @returns the raw text of a line. */
  rawOf(line: number): string;
  /** Whether a rule was run on the document: what was not run may yet have something to silence. */
  hasRun(rule: string): boolean;
  /** Whether there is such a rule for the document's language. */
  applies(rule: string): boolean;
  /** The ids of all rules, whatever their language. */
  readonly knownRules: ReadonlySet<string>;
}

/**
 * Takes out what the document's comments silence.
 *
 * @returns what is left, with a finding for each comment (or name in one) that silences nothing
 */
export function suppress(
  findings: readonly LocatedFinding[],
  context: SuppressionContext,
): readonly LocatedFinding[] {
  if (context.suppressions.length === 0) return findings;
  const table = new SuppressionTable(context.suppressions);
  const kept = findings.filter(({ rule, finding }) => !table.silences(rule.id, finding.line));
  const unused = context.suppressions
    .flatMap((located) => unusedIn(located, table, context))
    .map((finding): LocatedFinding => ({ rule: unusedSuppression, finding }))
    .filter(({ rule, finding }) => !table.silences(rule.id, finding.line));
  return [...kept, ...unused];
}

/** Which names silence which rule on which line, and whether each has. */
class SuppressionTable {
  readonly #file = new Map<string, SuppressedName[]>();
  readonly #lines = new Map<number, Map<string, SuppressedName[]>>();
  readonly #used = new Set<SuppressedName>();

  constructor(suppressions: readonly LocatedSuppression[]) {
    const lines = new Set(suppressions.map(({ line }) => line));
    for (const { line, suppression } of suppressions) {
      for (const name of suppression.rules) {
        if (suppression.scope === 'file') append(this.#file, name);
        if (suppression.scope === 'next-line') append(this.#at(lineBelow(line, lines)), name);
      }
    }
  }

  /** @returns whether a finding is silenced, and remembers what did it. */
  silences(rule: string, line: number): boolean {
    const names = [...(this.#file.get(rule) ?? []), ...(this.#lines.get(line)?.get(rule) ?? [])];
    for (const name of names) this.#used.add(name);
    return names.length > 0;
  }

  isUsed(name: SuppressedName): boolean {
    return this.#used.has(name);
  }

  #at(line: number): Map<string, SuppressedName[]> {
    const names = this.#lines.get(line) ?? new Map<string, SuppressedName[]>();
    this.#lines.set(line, names);
    return names;
  }
}

/** The line that a comment is about: several of them may stand above it. */
function lineBelow(line: number, suppressed: ReadonlySet<number>): number {
  let below = line + 1;
  while (suppressed.has(below)) below++;
  return below;
}

function append(names: Map<string, SuppressedName[]>, name: SuppressedName): void {
  const list = names.get(name.name);
  if (list === undefined) names.set(name.name, [name]);
  else list.push(name);
}

function unusedIn(
  { line, suppression }: LocatedSuppression,
  table: SuppressionTable,
  context: SuppressionContext,
): DocumentFinding[] {
  const misplaced = describeMisplaced(suppression);
  if (misplaced !== undefined) return [{ line, ...misplaced, fix: fixMisplaced(line, suppression, context) }];
  const unused = suppression.rules.filter((name) => isUnused(name, table, context));
  const all = unused.length === suppression.rules.length;
  return unused.map((name) => ({
    line,
    span: name.span,
    message: describeUnused(name.name, suppression, context),
    unnecessary: true,
    fix: fixUnused(name, line, all, context),
  }));
}

function isUnused(name: SuppressedName, table: SuppressionTable, context: SuppressionContext): boolean {
  if (name.name === unusedSuppression.id || table.isUsed(name)) return false;
  return !context.applies(name.name) || context.hasRun(name.name);
}

type Described = Pick<DocumentFinding, 'span' | 'message'>;

function describeMisplaced({ keyword, rules, scope, indented }: Suppression): Described | undefined {
  const { span } = keyword;
  if (indented) {
    return { span, message: 'this comment silences nothing, because it is indented; begin it in column 0' };
  }
  if (scope === undefined) {
    const message = `\`${keyword.name}\` silences nothing; write \`modconf-disable-next-line\` or \`modconf-disable-file\``;
    return { span, message };
  }
  if (rules.length > 0) return undefined;
  return { span, message: 'this comment silences nothing, because it names no rule; name one or remove it' };
}

function fixMisplaced(
  line: number,
  { keyword, indented }: Suppression,
  context: SuppressionContext,
): DocumentFix {
  const raw = context.rawOf(line);
  if (indented) {
    const span = { start: 0, end: raw.indexOf('#') };
    return { title: 'Remove the indentation', safety: 'safe', edits: [{ line, span, newText: '' }] };
  }
  const meant = nearest(keyword.name, ['modconf-disable-next-line', 'modconf-disable-file']);
  if (meant === undefined || meant === keyword.name) return removeLine(line, raw);
  const edits = [{ line, span: keyword.span, newText: meant }];
  return { title: `Write "${meant}"`, safety: 'safe', edits };
}

function describeUnused(rule: string, { scope }: Suppression, context: SuppressionContext): string {
  if (!context.knownRules.has(rule)) {
    const meant = nearest(rule, context.knownRules);
    return meant === undefined
      ? `there is no rule \`${rule}\`, so this silences nothing; remove it`
      : `there is no rule \`${rule}\`, so this silences nothing; did you mean \`${meant}\`?`;
  }
  if (!context.applies(rule)) return `\`${rule}\` is not a rule for files of this kind; remove it`;
  const where = scope === 'file' ? 'in this file' : 'on the next line';
  return `\`${rule}\` reports nothing ${where}; remove it`;
}

/** Renames a misspelt rule, removes one of several, or the whole comment when nothing in it counts. */
function fixUnused(
  { name, span }: SuppressedName,
  line: number,
  all: boolean,
  context: SuppressionContext,
): DocumentFix {
  const meant = context.knownRules.has(name) ? undefined : nearest(name, context.knownRules);
  if (meant !== undefined) {
    return { title: `Write "${meant}"`, safety: 'safe', edits: [{ line, span, newText: meant }] };
  }
  const raw = context.rawOf(line);
  if (all) return removeLine(line, raw);
  let { start, end } = span;
  while (raw[end] === ' ' || raw[end] === ',') end++;
  // The last of the list takes the comma before it along.
  const isLast =
    raw.startsWith('--', end) || raw[end] === undefined || raw[end] === '\n' || raw[end] === '\r';
  if (isLast) {
    ({ end } = span);
    while (raw[start - 1] === ' ' || raw[start - 1] === ',') start--;
  }
  const edits = [{ line, span: { start, end }, newText: '' }];
  return { title: `Remove "${name}" from the comment`, safety: 'safe', edits };
}

function removeLine(line: number, raw: string): DocumentFix {
  const edits = [{ line, span: { start: 0, end: raw.length }, newText: '' }];
  return { title: 'Remove the comment', safety: 'safe', edits };
}
