import type { LanguageId } from '../syntax/language.ts';
import type { SourceDocument } from '../text/source-document.ts';
import { CollectedFindings } from './collected-findings.ts';
import type { Diagnostic, Fix, Severity } from './diagnostic.ts';
import { engineRules, internalError } from './engine-rules.ts';
import { LineChecker } from './line-findings.ts';
import type {
  DocumentContext,
  DocumentFinding,
  DocumentFix,
  LineFinding,
  Rule,
  RuleData,
  RuleInfo,
  RuleNeed,
} from './rule.ts';
import { chosenSeverity, type LintSettings, severityOf, weighed } from './settings.ts';
import { type LocatedFinding, type LocatedSuppression, suppress } from './suppress.ts';

/** One file to be checked, with everything that is known about it. */
export interface LintRequest {
  /** As the caller names the file; the diagnostics name it so. */
  readonly path: string;
  /** The file's absolute path inside the root; left out, `path` is. */
  readonly location?: string;
  readonly language: LanguageId;
  readonly document: SourceDocument<unknown>;
  /** What the language's rules are handed: `ModulesConfData`, `ModulesDepData`, … Rules that need what is missing stay silent. */
  readonly data?: RuleData;
  readonly settings?: LintSettings;
}

/** The rules of one language, ready to run; keeps what it found in single lines for as long as the lines live. */
export class Linter {
  readonly #rules: readonly Rule[];
  readonly #lines: LineChecker;
  readonly #ids: ReadonlySet<string>;
  readonly #known: ReadonlySet<string>;

  /**
   * @param rules of one language
   * @param knownRules the ids of every language's rules, for suppressions that name them
   */
  constructor(rules: readonly Rule[], knownRules: Iterable<string> = []) {
    this.#rules = rules;
    this.#lines = new LineChecker(rules);
    this.#ids = new Set([...rules, ...engineRules].map((rule) => rule.id));
    this.#known = new Set([...this.#ids, ...knownRules]);
  }

  /**
   * Checks one document. Never throws: a rule that does gives one `internal-error`, and the others run.
   *
   * @returns the findings in order of position, then of rule
   */
  lint(request: LintRequest): Diagnostic[] {
    const { data = {}, settings = {} } = request;
    const running = new Map<RuleInfo, Severity>();
    for (const rule of this.#rules) {
      const severity = severityOf(rule, settings);
      if (severity !== undefined && isServed(rule.needs, data)) running.set(rule, severity);
    }
    const { findings, suppressions, broken } = this.#run(request, data, running);
    // What is silenced may be among what was left out.
    const isWhole = (rule: RuleInfo) => !broken.has(rule) && !findings.isCut(rule);
    const ran = new Set([...running.keys()].filter(isWhole).map((rule) => rule.id));
    const kept = suppress(findings.all(), {
      suppressions,
      rawOf: (line) => request.document.line(line).raw,
      hasRun: (rule) => ran.has(rule),
      applies: (rule) => this.#ids.has(rule),
      knownRules: this.#known,
    });
    for (const rule of engineRules) {
      const severity = severityOf(rule, settings);
      if (severity !== undefined) running.set(rule, severity);
    }
    return kept
      .filter(({ rule }) => running.has(rule))
      .sort(byPlace)
      .filter((found, index, all) => index === 0 || !isSame(found, all[index - 1]!))
      .map((found) => toDiagnostic(found, request, running.get(found.rule)!));
  }

  #collectFromLines(
    document: SourceDocument<unknown>,
    running: ReadonlyMap<RuleInfo, Severity>,
    run: Run,
  ): void {
    let first = 0;
    for (const chunk of document.chunks) {
      for (const { index, facts } of this.#lines.checkRun(chunk)) {
        const line = first + index;
        if (facts.suppression !== undefined) run.suppressions.push({ line, suppression: facts.suppression });
        for (const { rule, finding, more } of facts.findings) {
          if (!running.has(rule)) continue;
          run.findings.add(rule, { line, span: finding.span }, () => inDocument(finding, line), more);
        }
        for (const { rule, error } of facts.broken) if (running.has(rule)) run.broken.set(rule, error);
      }
      first += chunk.lines.length;
    }
  }

  #run(request: LintRequest, data: RuleData, running: ReadonlyMap<RuleInfo, Severity>): Run {
    const run: Run = { findings: new CollectedFindings(), suppressions: [], broken: new Map() };
    const { path, location = path, document } = request;
    this.#collectFromLines(document, running, run);
    // What a rule needs is there, or the rule is not among those that run.
    const context = { ...data, location, document } as DocumentContext<unknown, RuleData, RuleNeed>;
    for (const rule of this.#rules) {
      if (rule.checkDocument === undefined || !running.has(rule)) continue;
      try {
        rule.checkDocument(context, (finding) => {
          assertInside(finding, document);
          run.findings.add(rule, finding, () => finding);
        });
      } catch (error) {
        run.broken.set(rule, error);
      }
    }
    for (const [rule, error] of run.broken) {
      const finding = describeBroken(rule, error);
      run.findings.add(internalError, finding, () => finding);
    }
    return run;
  }
}

interface Run {
  readonly findings: CollectedFindings;
  readonly suppressions: LocatedSuppression[];
  /** Each rule that threw, once. */
  readonly broken: Map<RuleInfo, unknown>;
}

function isServed(needs: readonly RuleNeed[], data: RuleData): boolean {
  return needs.every((need) => data[need] !== undefined);
}

function inDocument(finding: LineFinding, line: number): DocumentFinding {
  const { fix, ...rest } = finding;
  if (fix === undefined) return { ...rest, line };
  return { ...rest, line, fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit, line })) } };
}

/** A finding or an edit in a line that is not there is the rule's fault, which is found while it can be named. */
function assertInside({ line, fix }: DocumentFinding, { lineCount }: SourceDocument<unknown>): void {
  const lines = [line, ...(fix?.edits.map((edit) => edit.line) ?? [])];
  const outside = lines.find((index) => index < 0 || index >= Math.max(1, lineCount));
  if (outside !== undefined) throw new RangeError(`there is no line ${outside}`);
}

function describeBroken(rule: RuleInfo, error: unknown): DocumentFinding {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `the rule \`${rule.id}\` broke and its findings are missing (${reason}); please report this`;
  return { line: 0, span: { start: 0, end: 0 }, message };
}

function byPlace(left: LocatedFinding, right: LocatedFinding): number {
  const a = left.finding;
  const b = right.finding;
  return (
    a.line - b.line ||
    a.span.start - b.span.start ||
    compare(left.rule.id, right.rule.id) ||
    a.span.end - b.span.end ||
    compare(a.message, b.message)
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A file that is included twice says everything twice. */
function isSame(left: LocatedFinding, right: LocatedFinding): boolean {
  return byPlace(left, right) === 0;
}

function toDiagnostic(
  { rule, finding }: LocatedFinding,
  { path, language, document, settings = {} }: LintRequest,
  severity: Severity,
): Diagnostic {
  const { line, span, message, related, fix, unnecessary } = finding;
  const chosen = chosenSeverity(rule.id, settings);
  return {
    path,
    language,
    rule: rule.id,
    severity:
      chosen === undefined && finding.severity !== undefined ? weighed(finding.severity, settings) : severity,
    message,
    range: document.lineCount === 0 ? emptyRange : document.rangeInLine(line, span),
    ...(related !== undefined && { related }),
    ...(fix !== undefined && { fix: toFix(fix, document) }),
    ...(unnecessary !== undefined && { unnecessary }),
  };
}

/** Where the finding of an empty document stands. */
const emptyRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function toFix(fix: DocumentFix, document: SourceDocument<unknown>): Fix {
  const edits = fix.edits.map(({ line, span, newText }) => ({
    range: document.rangeInLine(line, span),
    newText,
  }));
  return { title: fix.title, safety: fix.safety, edits };
}
