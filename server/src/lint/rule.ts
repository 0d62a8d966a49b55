import type { LanguageId } from '../syntax/language.ts';
import type { SourceDocument, SourceLine } from '../text/source-document.ts';
import type { Span } from '../text/span.ts';
import type { RelatedPlace, Severity } from './diagnostic.ts';

/** The data that a rule cannot do without; it is not run where they are not at hand. */
export type RuleNeeds =
  | 'text' // the file alone
  | 'set' // the whole configuration set (includes, all directories)
  | 'files' // file metadata and what exists under the root
  | 'tree' // the module tree's indexes
  | 'modinfo'; // the module files' own .modinfo

/**
 * A rule for one language. `Tree` is the language's line tree, `Set` what the loader made of the whole configuration.
 * The same id may have a rule in several languages; they share the rule's page.
 */
export interface Rule<Tree = unknown, Set = unknown> {
  readonly id: string;
  readonly language: LanguageId;
  readonly severity: Severity;
  /** What the rule's fixes are, at most; `none` when it offers none. */
  readonly fix: 'safe' | 'unsafe' | 'none';
  readonly needs: readonly RuleNeeds[];
  /** Off unless one of these profiles is chosen. */
  readonly profiles?: readonly string[];
  readonly docs: RuleDocs;
  /** Looks at one line by itself. The findings are cached with the line: no other line may matter. */
  readonly checkLine?: (line: SourceLine<Tree>, report: ReportInLine) => void;
  /** Looks at one document with everything known about the configuration that it is part of. */
  readonly checkDocument?: (context: DocumentContext<Tree, Set>, report: ReportInDocument) => void;
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
  /** The kernel version, where it matters. */
  readonly kernel?: string;
}

export interface DocumentContext<Tree, Set> {
  /** As the caller named the file. */
  readonly path: string;
  readonly document: SourceDocument<Tree>;
  /** The loader's view; undefined only for languages that have none. */
  readonly set: Set;
}

/** A finding in one line; spans are relative to the line's raw text. */
export interface LineFinding {
  readonly span: Span;
  readonly message: string;
  readonly fix?: LineFix;
  readonly unnecessary?: boolean;
}

/** Edits within the line's raw text. Removing a whole line is an edit over all of `raw`. */
export interface LineFix {
  readonly title: string;
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly { readonly span: Span; readonly newText: string }[];
}

export type ReportInLine = (finding: LineFinding) => void;

/** A finding in a document: a {@link LineFinding} in line `line`; `fix` may touch other lines. */
export interface DocumentFinding {
  /** Index of the logical line that the span is in. */
  readonly line: number;
  readonly span: Span;
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  readonly fix?: DocumentFix;
  readonly unnecessary?: boolean;
}

export interface DocumentFix {
  readonly title: string;
  readonly safety: 'safe' | 'unsafe';
  /** Spans are relative to the raw text of their line. */
  readonly edits: readonly { readonly line: number; readonly span: Span; readonly newText: string }[];
}

export type ReportInDocument = (finding: DocumentFinding) => void;
