import { checkFile } from '../../lint/check.ts';
import type { Diagnostic } from '../../lint/diagnostic.ts';
import type { Host } from '../host.ts';
import { problemOf } from '../messages.ts';
import { onMachine } from '../projects.ts';
import { reportFile } from '../report/file-report.ts';
import { shownPath } from '../shown-path.ts';
import type { Source } from '../sources.ts';
import type { Checker, CheckResult } from './checker.ts';
import type { FileTarget } from './find-targets.ts';
import { type CheckContext, SourcePool } from './source-pool.ts';

/** Checks files one by one. */
export class FileChecker implements Checker {
  readonly #host: Host;
  readonly #pool: SourcePool;

  constructor(host: Host, context: CheckContext) {
    this.#host = host;
    this.#pool = new SourcePool(host, context);
  }

  check(target: FileTarget): CheckResult {
    try {
      const source = this.#pool.read(target);
      const result = this.#report(source, target);
      // It is not asked for again, and thousands would take room.
      if (!source.root.open.has(source.file.path)) source.root.documents.delete(source.file.path);
      return result;
    } catch (error) {
      return { kind: 'problem', ...problemOf(target.shown, error) };
    }
  }

  async checkStandardInput(path: string | undefined, target: FileTarget): Promise<CheckResult> {
    try {
      return this.#report(await this.#pool.readStandardInput(path, target), target);
    } catch (error) {
      return { kind: 'problem', ...problemOf(path ?? 'standard input', error) };
    }
  }

  #report(source: Source, { settings }: FileTarget): CheckResult {
    const { shown, root, file } = source;
    const { language, document } = file;
    const diagnostics = checkFile(root.project, file, shown, settings.lint).map((diagnostic) =>
      this.#withShownPaths(diagnostic, source),
    );
    return {
      kind: 'report',
      report: reportFile({ path: shown, language, text: document.text }, diagnostics),
    };
  }

  /** Rules name other files by their paths inside the root; people want the paths of their machine. */
  #withShownPaths(diagnostic: Diagnostic, { shown, root, file }: Source): Diagnostic {
    const { related } = diagnostic;
    if (related === undefined) return diagnostic;
    const show = (inside: string) => {
      if (inside === file.path) return shown;
      return inside.startsWith('/') ? shownPath(this.#host, onMachine(root.directory, inside)) : inside;
    };
    return { ...diagnostic, related: related.map((place) => ({ ...place, path: show(place.path) })) };
  }
}
