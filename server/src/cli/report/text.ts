import type { Diagnostic, Fix, Severity } from '../../lint/diagnostic.ts';
import { type Paint, paintFor } from '../paint.ts';
import { wrap } from '../wrap.ts';
import { count } from './count.ts';
import { excerpt } from './excerpt.ts';
import type { FileReport } from './file-report.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { visible } from './visible.ts';

export type TextOptions = Pick<ReporterOptions, 'color' | 'width' | 'summary'>;

/** How wide source lines may be where no terminal says it. */
const defaultWidth = 160;

/** Where there are fewer columns than this beside the rule, the message stands below it. */
const narrowestMessage = 40;

/** Findings for people: by file, each with its source line and a mark below the place. */
export class TextReporter implements Reporter {
  readonly #options: TextOptions;
  readonly #paint: Paint;
  readonly #counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  readonly #fixes: Record<Fix['safety'], number> = { safe: 0, unsafe: 0 };
  #files = 0;
  #filesWithFindings = 0;
  /** The rule of the first of the gravest findings. */
  #explained: Pick<Diagnostic, 'rule' | 'severity'> | undefined;

  constructor(options: TextOptions) {
    this.#options = options;
    this.#paint = paintFor(options.color);
  }

  file({ path, diagnostics, lines }: FileReport): string {
    this.#files++;
    if (diagnostics.length === 0) return '';
    this.#filesWithFindings++;
    const columns = columnsOf(diagnostics);
    const blocks = diagnostics.map((diagnostic) => {
      this.#count(diagnostic);
      return [...this.#heading(diagnostic, columns), ...this.#source(diagnostic, lines, columns)];
    });
    return [this.#paint.underline(visible(path)), ...blocks.flat(), ''].join('\n');
  }

  end(): string {
    if (!this.#options.summary || this.#files === 0) return '';
    if (this.#explained === undefined) return `No findings in ${count(this.#files, 'file')}.\n`;
    const { error, warning, info } = this.#counts;
    const parts = [
      error > 0 && count(error, 'error'),
      warning > 0 && count(warning, 'warning'),
      info > 0 && `${info} info`,
    ].filter((part) => part !== false);
    const files =
      this.#filesWithFindings === this.#files
        ? count(this.#files, 'file')
        : `${this.#filesWithFindings} of ${count(this.#files, 'file')}`;
    const summary = `${parts.join(', ')} in ${files}. Explain one: modconf rules ${this.#explained.rule}\n`;
    return summary + this.#fixSummary();
  }

  #fixSummary(): string {
    const { safe, unsafe } = this.#fixes;
    if (safe + unsafe === 0) return '';
    if (unsafe === 0) return `${safe} can be fixed with --fix.\n`;
    if (safe === 0) return `${unsafe} can be fixed with --fix --unsafe.\n`;
    return `${safe} can be fixed with --fix, ${unsafe} more with --fix --unsafe.\n`;
  }

  #count({ rule, severity, fix }: Diagnostic): void {
    this.#counts[severity]++;
    if (fix !== undefined) this.#fixes[fix.safety]++;
    const isGraver = gravity[severity] > gravity[this.#explained?.severity ?? 'info'];
    if (this.#explained === undefined || isGraver) this.#explained = { rule, severity };
  }

  /** `  3:1  warning  rule  message`, the message below itself where it does not fit. */
  #heading({ range, severity, rule, message }: Diagnostic, columns: Columns): string[] {
    const place = placeOf(range.start).padEnd(columns.place);
    const indent = 2 + columns.place + 2 + columns.severity + 2 + columns.rule + 2;
    const head = [
      `  ${place}`,
      this.#severityPaint(severity)(severity.padEnd(columns.severity)),
      this.#paint.dim(rule.padEnd(columns.rule)),
    ].join('  ');
    const text = visible(shorten(message));
    const { width } = this.#options;
    if (width === undefined) return [`${head}  ${text}`];
    if (width - indent < narrowestMessage) {
      const below = ' '.repeat(columns.line + 4);
      return [head, ...wrap(text, width - below.length).map((line) => below + line)];
    }
    const [first = '', ...rest] = wrap(text, width - indent);
    return [`${head}  ${first}`, ...rest.map((line) => ' '.repeat(indent) + line)];
  }

  /** The source line with a mark, and below it where else to look and what the fix would do. */
  #source(diagnostic: Diagnostic, lines: FileReport['lines'], columns: Columns): string[] {
    const { range, severity, fix, related, path } = diagnostic;
    const gutter = columns.line + 2;
    const bar = (left: string) => this.#paint.dim(`${left.padStart(gutter)} │`);
    const width = (this.#options.width ?? defaultWidth) - gutter - 4;
    const { source, marks } = excerpt(lines.get(range.start.line) ?? '', range, Math.max(20, width));
    const hints = (related ?? []).map(({ path: other, range: { start }, message }) => {
      const where = other === path ? `line ${start.line + 1}` : `${visible(other)}:${placeOf(start)}`;
      return `${where}: ${visible(shorten(message))}`;
    });
    if (fix !== undefined) hints.push(visible(fix.title));
    return [
      bar(''),
      `${bar(String(range.start.line + 1))}${source === '' ? '' : ` ${source}`}`,
      `${bar('')} ${this.#severityPaint(severity)(marks)}`,
      ...hints.map((hint) => `${this.#paint.dim('='.padStart(gutter + 2))} ${hint}`),
      '',
    ];
  }

  #severityPaint(severity: Severity): (text: string) => string {
    const { red, yellow, cyan } = this.#paint;
    return { error: red, warning: yellow, info: cyan }[severity];
  }
}

const gravity: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** How wide the columns of a file's findings are. */
interface Columns {
  /** Of the line number beside a source line. */
  readonly line: number;
  readonly place: number;
  readonly severity: number;
  readonly rule: number;
}

function columnsOf(diagnostics: readonly Diagnostic[]): Columns {
  let [line, place, severity, rule] = [0, 0, 0, 0];
  for (const diagnostic of diagnostics) {
    line = Math.max(line, String(diagnostic.range.start.line + 1).length);
    place = Math.max(place, placeOf(diagnostic.range.start).length);
    severity = Math.max(severity, diagnostic.severity.length);
    rule = Math.max(rule, diagnostic.rule.length);
  }
  return { line, place, severity, rule };
}

/** One-based, as editors take it. */
function placeOf({ line, character }: Diagnostic['range']['start']): string {
  return `${line + 1}:${character + 1}`;
}

/** Messages may quote a word, and words may be as long as a file. */
const longestMessage = 500;

function shorten(message: string): string {
  if (message.length <= longestMessage) return message;
  const half = longestMessage / 2;
  return `${message.slice(0, half)} … ${message.slice(-half)}`;
}
