import { relative } from 'node:path';
import { checkFile } from '../../lint/check.ts';
import type { Diagnostic } from '../../lint/diagnostic.ts';
import type { LanguageId } from '../../syntax/language.ts';
import type { FoundFile } from '../find-files.ts';
import type { Host } from '../host.ts';
import { problemOf } from '../messages.ts';
import type { NamedDependencies } from '../named-dependencies.ts';
import { onMachine, Projects, type Root } from '../projects.ts';
import { type FileReport, type Problem, reportFile } from '../report/file-report.ts';
import { type Source, Sources } from '../sources.ts';
import type { Status } from '../status.ts';

/** What is the same for every file of a run. */
export interface CheckContext {
  /** Of every file; undefined lets each say its own. */
  readonly language: LanguageId | undefined;
  /** Undefined chooses one for each root. */
  readonly kernel: string | undefined;
  /** A modules.dep in place of the module tree's. */
  readonly dependencies: NamedDependencies | undefined;
}

/** What came of checking a file. */
export type CheckResult =
  | { readonly kind: 'report'; readonly report: FileReport }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly status: Status };

/** Checks files one by one; what belongs to one root is worked out once. */
export class FileChecker {
  readonly #host: Host;
  readonly #context: CheckContext;
  #root: string | undefined;
  #sources: Sources;

  constructor(host: Host, context: CheckContext, root?: string) {
    this.#host = host;
    this.#context = context;
    this.#root = root;
    this.#sources = this.#sourcesOf(root);
  }

  check({ shown, path, root }: FoundFile & { readonly root?: string }): CheckResult {
    // Targets come root by root; keeping all of them would take memory without end.
    if (root !== this.#root) this.#sources = this.#sourcesOf(root);
    this.#root = root;
    try {
      return this.#report(this.#sources.read(shown, path));
    } catch (error) {
      return { kind: 'problem', ...problemOf(shown, error) };
    }
  }

  /**
   * Checks standard input; files that are checked later see it in place of the file that it stands for.
   *
   * @param path of that file, as the user named it
   */
  async checkStandardInput(path: string | undefined): Promise<CheckResult> {
    try {
      return this.#report(await this.#sources.readStandardInput(path));
    } catch (error) {
      return { kind: 'problem', ...problemOf(path ?? 'standard input', error) };
    }
  }

  #sourcesOf(root: string | undefined): Sources {
    const { kernel, dependencies, language } = this.#context;
    return new Sources(this.#host, new Projects(this.#host, root, { kernel, dependencies }), language);
  }

  #report({ shown, root, file }: Source): CheckResult {
    const { language, document, path } = file;
    const diagnostics = checkFile(root.project, file, shown).map((diagnostic) =>
      this.#withShownPaths(diagnostic, { shown, root, path }),
    );
    return {
      kind: 'report',
      report: reportFile({ path: shown, language, text: document.text }, diagnostics),
    };
  }

  /** Rules name other files by their paths inside the root; people want the paths of their machine. */
  #withShownPaths(
    diagnostic: Diagnostic,
    own: { readonly shown: string; readonly root: Root; readonly path: string },
  ): Diagnostic {
    const { related } = diagnostic;
    if (related === undefined) return diagnostic;
    const show = (path: string) => (path === own.path ? own.shown : this.#shownPath(own.root, path));
    return { ...diagnostic, related: related.map((place) => ({ ...place, path: show(place.path) })) };
  }

  #shownPath({ directory }: Root, inside: string): string {
    if (!inside.startsWith('/')) return inside;
    const path = onMachine(directory, inside);
    const fromHere = relative(this.#host.directory, path);
    return fromHere === '' || fromHere.startsWith('..') ? path : fromHere;
  }
}
