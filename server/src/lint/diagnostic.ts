import type { LanguageId } from '../syntax/language.ts';
import type { Range, TextEdit } from '../text/span.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A finding about one file. Everything the command line, the editor and the reporters need, nothing to look up again. */
export interface Diagnostic {
  /** As the caller named the file. */
  readonly path: string;
  readonly language: LanguageId;
  /** The rule's id; `internal-error` when a rule itself broke. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence: what the loader does, then what to do. */
  readonly message: string;
  readonly range: Range;
  readonly related?: readonly RelatedPlace[];
  readonly fix?: Fix;
  /** Nothing here has any effect: editors fade it. */
  readonly unnecessary?: boolean;
}

export interface RelatedPlace {
  /** The file's absolute path inside the root, whatever the caller named it. */
  readonly path: string;
  readonly range: Range;
  readonly message: string;
}

/** Edits that resolve a finding; they do not overlap and all apply to the finding's own file. */
export interface Fix {
  /** What it does, as an editor's menu says it: `Remove the blank before "="`. */
  readonly title: string;
  /** `safe` cannot change what a correct loader does with the other lines. */
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly TextEdit[];
}
