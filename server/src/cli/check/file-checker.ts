import { checkFile } from '../../lint/check.ts';
import type { Diagnostic } from '../../lint/diagnostic.ts';
import type { LanguageId } from '../../syntax/language.ts';
import type { FileSettings } from '../configuration/file-settings.ts';
import type { Host } from '../host.ts';
import { problemOf } from '../messages.ts';
import type { NamedDependencies } from '../named-dependencies.ts';
import { onMachine, Projects, type Root } from '../projects.ts';
import { reportFile } from '../report/file-report.ts';
import { shownPath } from '../shown-path.ts';
import { type Source, Sources } from '../sources.ts';
import type { Checker, CheckResult } from './checker.ts';
import type { FileTarget } from './find-targets.ts';

/** What is the same for every file of a run. */
export interface CheckContext {
  /** Of every file; undefined lets each say its own. */
  readonly language: LanguageId | undefined;
  /** Undefined chooses one for each root. */
  readonly kernel: string | undefined;
  /** A modules.dep in place of the module tree's. */
  readonly dependencies: NamedDependencies | undefined;
}

/** Files come root by root; a configuration may say another kernel for some of them. */
const maximumSources = 4;

/** Checks files one by one; what belongs to one root is worked out once. */
export class FileChecker implements Checker {
  readonly #host: Host;
  readonly #context: CheckContext;
  /** By root and kernel, the last few. */
  readonly #sources = new Map<string, Sources>();
  /** The key of those that standard input is part of. */
  #kept: string | undefined;

  constructor(host: Host, context: CheckContext) {
    this.#host = host;
    this.#context = context;
  }

  check(target: FileTarget): CheckResult {
    const { shown, path, settings } = target;
    try {
      const source = this.#sourcesFor(target).sources.read(shown, path, settings.language);
      return this.#report(source, settings);
    } catch (error) {
      return { kind: 'problem', ...problemOf(shown, error) };
    }
  }

  async checkStandardInput(path: string | undefined, target: FileTarget): Promise<CheckResult> {
    const { settings } = target;
    const { key, sources } = this.#sourcesFor(target);
    this.#kept = key;
    try {
      const source = await sources.readStandardInput(path, settings.language);
      return this.#report(source, settings);
    } catch (error) {
      return { kind: 'problem', ...problemOf(path ?? 'standard input', error) };
    }
  }

  #sourcesFor({ root: chosen, settings }: FileTarget): { key: string; sources: Sources } {
    const { dependencies, language } = this.#context;
    const root = chosen ?? settings.root;
    const kernel = this.#context.kernel ?? settings.kernel;
    const key = JSON.stringify([root, kernel]);
    let sources = this.#sources.get(key);
    if (sources === undefined) {
      const projects = new Projects(this.#host, root, { kernel, dependencies });
      sources = new Sources(this.#host, projects, language);
      this.#sources.set(key, sources);
      const oldest = [...this.#sources.keys()].find((other) => other !== this.#kept);
      if (this.#sources.size > maximumSources && oldest !== undefined) this.#sources.delete(oldest);
    }
    return { key, sources };
  }

  #report({ shown, root, file }: Source, { lint }: FileSettings): CheckResult {
    const { language, document, path } = file;
    const diagnostics = checkFile(root.project, file, shown, lint).map((diagnostic) =>
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
    return shownPath(this.#host, onMachine(directory, inside));
  }
}
