import type { FileSystem } from '../files/file-system.ts';
import type { LanguageId } from '../syntax/language.ts';
import type { SourceDocument, SourceLine } from '../text/source-document.ts';
import type { Span } from '../text/span.ts';
import type { RelatedPlace, Severity } from './diagnostic.ts';

/**
 * What a rule may be handed besides the text, by the name of the need. What is not at hand is left out, and the rules
 * that need it stay silent. Each language says what its `set`, `tree` and `modinfo` are.
 */
export interface RuleData {
  /** What the loader made of the whole configuration: includes, all directories. */
  readonly set?: unknown;
  /** What exists below the root, with its metadata. */
  readonly files?: FileSystem;
  /** The module tree's indexes. */
  readonly tree?: unknown;
  /** The module files' own .modinfo. */
  readonly modinfo?: unknown;
}

/** The data that a rule cannot do without; it is not run where they are not at hand. */
export type RuleNeed = keyof RuleData;

/** What a rule's fixes are, at most; `none` when it offers none. */
export type FixKind = 'safe' | 'unsafe' | 'none';

/** What people are told about a rule; also for the findings that the engine itself makes. */
export interface RuleInfo {
  readonly id: string;
  /** The default; users may change it. */
  readonly severity: Severity;
  readonly fix: FixKind;
  /** Besides the text; empty for a rule that needs nothing but its file. */
  readonly needs: readonly RuleNeed[];
  /** Off unless one of these profiles is chosen. */
  readonly profiles?: readonly string[];
  readonly docs: RuleDocs;
}

/**
 * A rule for one language. `Tree` is the language's line tree, `Data` what the language's rules may need, `Need` what this one
 * does. The same id may have a rule in several languages; they share the rule's page.
 */
export interface Rule<Tree = unknown, Data extends RuleData = RuleData, Need extends RuleNeed = RuleNeed>
  extends RuleInfo {
  readonly language: LanguageId;
  readonly needs: readonly Need[];
  /**
   * The kinds of lines that {@link checkLine} looks at: `fault` for what the loader ignores, otherwise the directive or, without
   * one, the kind of the tree. Left out, it looks at all. Most lines then cost a rule nothing.
   */
  readonly lines?: readonly string[];
  /** Looks at one line by itself. The findings are cached with the line: no other line may matter. */
  checkLine?(line: SourceLine<Tree>, report: ReportInLine): void;
  /** Looks at one document with everything known about the configuration that it is part of. */
  checkDocument?(context: DocumentContext<Tree, Data, Need>, report: ReportInDocument): void;
}

export interface RuleDocs {
  /** One sentence for lists: what is reported. */
  readonly summary: string;
  /** Why it matters: what the loader does. Markdown. */
  readonly why: string;
  /** The loader behaviour that it rests on: a man page section, a statement of the loader's sources. */
  readonly basis: string;
  readonly bad: RuleExample;
  readonly good: RuleExample;
}

/** A small project; both kinds are run as tests: `bad` must give this rule, `good` must not. */
export interface RuleExample {
  /** Text by absolute path; the first one is the file that is checked. */
  readonly files: Readonly<Record<string, string>>;
  /** Binary files by absolute path, as the text in them: an index (`.bin`) as lines, a module as the lines of its .modinfo. */
  readonly binary?: Readonly<Record<string, string>>;
  /** The kernel version, where it matters. */
  readonly kernel?: string;
  /** Permission bits of files, where they matter. */
  readonly mode?: Readonly<Record<string, number>>;
  /** When files were last changed (`2003-05-01`), where it matters. */
  readonly modified?: Readonly<Record<string, string>>;
}

/** A document and what is known about the configuration that it is part of; what the rule needs is there. */
export type DocumentContext<Tree, Data extends RuleData, Need extends RuleNeed> = {
  /** The file's absolute path inside the root, as the loader would name it. */
  readonly location: string;
  readonly document: SourceDocument<Tree>;
} & Data &
  Required<Pick<Data, Need>>;

/** What every finding has, in a line or in a document. */
interface Finding {
  /** In the raw text of its line. */
  readonly span: Span;
  readonly message: string;
  /** Instead of the rule's own, where this case weighs less. */
  readonly severity?: Severity;
  /** Nothing here has any effect: editors fade it. */
  readonly unnecessary?: boolean;
}

export interface LineFinding extends Finding {
  readonly fix?: LineFix;
}

/** Edits within the line's raw text. Removing a whole line is an edit over all of `raw`. */
export interface LineFix {
  readonly title: string;
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly LineEdit[];
}

/** A replacement in the raw text of a line; an empty span inserts. */
export interface LineEdit {
  readonly span: Span;
  readonly newText: string;
}

export type ReportInLine = (finding: LineFinding) => void;

export interface DocumentFinding extends Finding {
  /** Index of the logical line that the span is in. */
  readonly line: number;
  readonly related?: readonly RelatedPlace[];
  readonly fix?: DocumentFix;
}

/** Edits anywhere in the finding's own document. */
export interface DocumentFix {
  readonly title: string;
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly DocumentEdit[];
}

export interface DocumentEdit extends LineEdit {
  /** Index of the logical line that the span is in. */
  readonly line: number;
}

type ReportInDocument = (finding: DocumentFinding) => void;
