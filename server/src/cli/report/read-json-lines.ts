import type { Fix } from '../../lint/diagnostic.ts';
import { zeroBased } from './diagnostic-json.ts';
import type { FileReport, Problem, ReportedDiagnostic } from './file-report.ts';
import type { EndLine, FileLine, FindingLine, JsonLine } from './json-lines.ts';

/** What a run wrote in the format `json-lines`, piece by piece. */
export type JsonLinesEvent =
  | { readonly kind: 'file'; readonly report: FileReport }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'end'; readonly status: EndLine['status'] };

/** A text is not in the format, or not all of it. The message is for people. */
export class JsonLinesError extends Error {
  override readonly name = 'JsonLinesError';
}

/** Reads the format `json-lines` as it comes, one file's findings at a time. */
export class JsonLinesReader {
  #line = 0;
  #file: { readonly head: FileLine; readonly findings: FindingLine[] } | undefined;
  #ended = false;

  /**
   * @param text a line without its end
   * @returns what is complete with it
   * @throws JsonLinesError
   */
  read(text: string): JsonLinesEvent[] {
    this.#line++;
    if (text === '') return [];
    const line = this.#parse(text);
    if (this.#file !== undefined) {
      if (line.type !== 'finding') throw this.#error('a finding is missing before this line');
      this.#file.findings.push(line);
      return this.#completeFile();
    }
    switch (line.type) {
      case 'file':
        this.#file = { head: line, findings: [] };
        return this.#completeFile();
      case 'problem':
        return [{ kind: 'problem', problem: { path: line.path, message: line.message } }];
      case 'end':
        this.#ended = true;
        return [{ kind: 'end', status: line.status }];
      default:
        throw this.#error('belongs to no file');
    }
  }

  /** @throws JsonLinesError when the run that wrote it was cut off; runs may follow each other in one text */
  end(): void {
    if (!this.#ended || this.#file !== undefined)
      throw new JsonLinesError('has no end: what wrote it was cut off');
  }

  #completeFile(): JsonLinesEvent[] {
    if (this.#file === undefined || this.#file.findings.length < this.#file.head.findings) return [];
    const { head, findings } = this.#file;
    this.#file = undefined;
    this.#ended = false;
    const { path, language } = head;
    const lines = new Map<number, string>();
    for (const finding of findings) {
      for (const [number, text] of Object.entries(finding.lines)) lines.set(Number(number) - 1, text);
    }
    return [{ kind: 'file', report: { path, language, diagnostics: findings.map(toDiagnostic), lines } }];
  }

  #parse(text: string): JsonLine {
    try {
      return asJsonLine(JSON.parse(text));
    } catch {
      throw this.#error('is no line of the format json-lines');
    }
  }

  #error(message: string): JsonLinesError {
    return new JsonLinesError(`line ${this.#line} ${message}`);
  }
}

/** As much of a line's shape as is needed to print it without breaking. @throws when it has another */
function asJsonLine(value: JsonLine): JsonLine {
  const { type } = value;
  const texts = (...values: unknown[]) => values.every((each) => typeof each === 'string');
  if (type === 'file') must(texts(value.path, value.language) && Number.isInteger(value.findings));
  else if (type === 'problem') must(texts(value.path, value.message));
  else if (type === 'end') must(value.version === 1 && Number.isInteger(value.status));
  else if (type === 'finding') {
    const { path, rule, message, severity, range, lines, edits = [] } = value;
    must(texts(path, rule, message) && ['error', 'warning', 'info'].includes(severity));
    must(
      [range, ...edits.map((edit) => edit.range)].every(({ start, end }) => isPlace(start) && isPlace(end)),
    );
    must(texts(...Object.values(lines)) && texts(...edits.map(({ newText }) => newText)));
  } else must(false);
  return value;
}

function must(condition: boolean): void {
  if (!condition) throw new TypeError();
}

function isPlace({ line, character }: FindingLine['range']['start']): boolean {
  return Number.isInteger(line) && Number.isInteger(character) && line >= 1 && character >= 1;
}

function toDiagnostic(line: FindingLine): ReportedDiagnostic {
  const { path, language, rule, severity, message, range, related, occurrence } = line;
  const fix = fixOf(line);
  return {
    path,
    language,
    rule,
    severity,
    message,
    range: zeroBased(range),
    ...(related !== undefined && {
      related: related.map((place) => ({ ...place, range: zeroBased(place.range) })),
    }),
    ...(fix !== undefined && { fix }),
    occurrence,
  };
}

function fixOf({ fix: safety, title, edits }: FindingLine): Fix | undefined {
  if (safety === undefined || title === undefined || edits === undefined) return undefined;
  return { title, safety, edits: edits.map((edit) => ({ ...edit, range: zeroBased(edit.range) })) };
}
