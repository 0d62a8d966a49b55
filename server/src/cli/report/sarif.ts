import type { Fix, RelatedPlace } from '../../lint/diagnostic.ts';
import { projectUrl } from '../../lint/rule-page.ts';
import { version } from '../../lsp/version.ts';
import type { Range } from '../../text/span.ts';
import { Status } from '../status.ts';
import type { FileReport, Problem, ReportedDiagnostic } from './file-report.ts';
import { fingerprintOf } from './fingerprint.ts';
import { JsonList } from './json-list.ts';
import type { Reporter } from './reporter.ts';
import type { RepositoryPaths } from './repository-paths.ts';
import { SarifRules, sarifLevels } from './sarif-rules.ts';
import { visible } from './visible.ts';
import { isWellFormed, wellFormed } from './well-formed.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** SARIF 2.1.0, for code scanning: results as they come, then the rules that they are of. */
export class SarifReporter implements Reporter {
  readonly #paths: RepositoryPaths;
  readonly #rules = new SarifRules();
  readonly #problems: Problem[] = [];
  readonly #results = new JsonList(
    `{"$schema":"${schema}","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[`,
    '],',
  );

  constructor({ paths }: { readonly paths: RepositoryPaths }) {
    this.#paths = paths;
  }

  file({ path, diagnostics, lines }: FileReport): string {
    return this.#results.add(diagnostics.map((diagnostic) => this.#result(path, diagnostic, lines)));
  }

  problem(problem: Problem): string {
    this.#problems.push(problem);
    return '';
  }

  end(status: Status): string {
    const driver = {
      name: 'modconf',
      informationUri: projectUrl,
      version,
      rules: this.#rules.descriptors(),
    };
    const invocation = {
      executionSuccessful: status !== Status.failure,
      exitCode: status,
      toolExecutionNotifications: this.#problems.map(({ path, message }) => ({
        level: 'error',
        message: { text: visible(`${path}: ${message}`) },
        locations: [{ physicalLocation: { artifactLocation: this.#artifact(path) } }],
      })),
    };
    const rest = JSON.stringify({ tool: { driver }, invocations: [invocation] });
    return `${this.#results.end()}${rest.slice(1)}]}\n`;
  }

  #result(path: string, diagnostic: ReportedDiagnostic, lines: FileReport['lines']): object {
    const { rule, severity, message, range, related, fix } = diagnostic;
    const fixes = fix === undefined ? [] : this.#fixes(path, fix);
    return {
      ruleId: rule,
      ruleIndex: this.#rules.indexOf(rule, diagnostic.language),
      level: sarifLevels[severity],
      message: { text: visible(message) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: this.#artifact(path),
            region: { ...region(range), ...snippet(range, lines) },
          },
        },
      ],
      ...(related !== undefined && { relatedLocations: related.map((place) => this.#related(place)) }),
      partialFingerprints: { primaryLocationLineHash: fingerprintOf(diagnostic, lines) },
      ...(fixes.length > 0 && { fixes }),
    };
  }

  #related({ path, range, message }: RelatedPlace): object {
    return {
      message: { text: visible(message) },
      physicalLocation: { artifactLocation: this.#artifact(path), region: region(range) },
    };
  }

  #fixes(path: string, { title, safety, edits }: Fix): object[] {
    if (!edits.every(({ newText }) => isWellFormed(newText))) return [];
    const replacements = edits.map(({ range, newText }) => ({
      deletedRegion: region(range),
      insertedContent: { text: newText },
    }));
    return [
      {
        description: { text: visible(title) },
        artifactChanges: [{ artifactLocation: this.#artifact(path), replacements }],
        properties: { safety },
      },
    ];
  }

  #artifact(path: string): object {
    const uri = this.#paths.uriOf(path);
    return uri.startsWith('file:') ? { uri } : { uri, uriBaseId: '%SRCROOT%' };
  }
}

/** One-based, the end column behind the last character. */
function region({ start, end }: Range): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** Longer lines than this are no help beside a finding. */
const longestSnippet = 500;

/** What the region reads; only where it stands in one line. */
function snippet({ start, end }: Range, lines: FileReport['lines']): object {
  const line = lines.get(start.line);
  if (line === undefined || start.line !== end.line || end.character - start.character > longestSnippet)
    return {};
  return { snippet: { text: wellFormed(line.slice(start.character, end.character)) } };
}
