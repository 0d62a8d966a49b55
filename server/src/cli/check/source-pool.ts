import type { LanguageId } from '../../syntax/language.ts';
import type { Host } from '../host.ts';
import type { NamedDependencies } from '../named-dependencies.ts';
import { Projects } from '../projects.ts';
import { type Source, Sources } from '../sources.ts';
import type { FileTarget } from './find-targets.ts';

/** What is the same for every file of a run. Plain data. */
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

/** Reads files that are to be checked; what belongs to one root is worked out once. */
export class SourcePool {
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

  /** @throws FileError, UnsuitableFileError */
  read(target: FileTarget): Source {
    const { shown, path, settings } = target;
    return this.#sourcesFor(target).sources.read(shown, path, settings.language);
  }

  /**
   * Reads standard input; files of the same root that are read later see it in place of the file that it stands for.
   *
   * @param path of that file, as the user named it
   * @throws FileError, UnsuitableFileError
   */
  readStandardInput(path: string | undefined, target: FileTarget): Promise<Source> {
    const { key, sources } = this.#sourcesFor(target);
    this.#kept = key;
    return sources.readStandardInput(path, target.settings.language);
  }

  /** Looks at everything anew, because a file has changed. */
  forget(): void {
    for (const key of this.#sources.keys()) if (key !== this.#kept) this.#sources.delete(key);
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
}
