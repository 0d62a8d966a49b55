import type { Issue } from 'codeclimate-types';
import type { Severity } from '../../lint/diagnostic.ts';
import { ruleUrl } from '../../lint/rule-page.ts';
import { type FileReport, lastLine } from './file-report.ts';
import { fingerprintOf, uniqueFingerprint } from './fingerprint.ts';
import { JsonList } from './json-list.ts';
import type { Reporter } from './reporter.ts';
import type { RepositoryPaths } from './repository-paths.ts';
import { visible } from './visible.ts';
import { wellFormed } from './well-formed.ts';

const severities = { error: 'major', warning: 'minor', info: 'info' } as const satisfies Record<
  Severity,
  string
>;

/** GitLab's Code Quality report: a JSON list of Code Climate issues, each with a fingerprint of its own. */
export class GitlabReporter implements Reporter {
  readonly #paths: RepositoryPaths;
  readonly #list = new JsonList('[', ']\n');

  constructor({ paths }: { readonly paths: RepositoryPaths }) {
    this.#paths = paths;
  }

  file({ path: shown, diagnostics, lines }: FileReport): string {
    const path = this.#paths.nameOf(shown);
    const issues = diagnostics.map((diagnostic): Issue => {
      const { rule, severity, message, range } = diagnostic;
      return {
        type: 'issue',
        check_name: rule,
        description: visible(message),
        content: { body: `[What the rule is about](${ruleUrl(rule)})` },
        categories: ['Bug Risk'],
        location: {
          path: wellFormed(path),
          lines: { begin: range.start.line + 1, end: lastLine(range) + 1 },
        },
        severity: severities[severity],
        fingerprint: uniqueFingerprint(path, fingerprintOf(diagnostic, lines)),
      };
    });
    return this.#list.add(issues);
  }

  end(): string {
    return this.#list.end();
  }
}
