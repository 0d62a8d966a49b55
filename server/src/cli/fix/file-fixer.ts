import { realpathSync } from 'node:fs';
import { checkFile } from '../../lint/check.ts';
import type { Diagnostic } from '../../lint/diagnostic.ts';
import { fixInRounds } from '../../lint/fixes.ts';
import type { FileTarget } from '../check/find-targets.ts';
import { type CheckContext, SourcePool } from '../check/source-pool.ts';
import type { Host } from '../host.ts';
import { problemOf } from '../messages.ts';
import { insideRoot, onMachine } from '../projects.ts';
import type { Problem } from '../report/file-report.ts';
import type { Source } from '../sources.ts';
import type { Status } from '../status.ts';
import { keepLineEndings } from './line-endings.ts';

/** What came of fixing a file: its text before and after. */
export interface FixedText {
  readonly kind: 'fixed';
  readonly before: string;
  readonly after: string;
  /** The findings whose fixes are in `after`. */
  readonly applied: readonly Diagnostic[];
  /** Where the file really stands, absolute: links are followed, inside the root as the loaders do. */
  readonly place: string;
}

export type FixResult =
  | FixedText
  | { readonly kind: 'problem'; readonly problem: Problem; readonly status: Status };

export interface FixerOptions {
  /** Also apply what needs the user's consent. */
  readonly unsafe: boolean;
  /** Leaves out the findings that the user does not want to see; those are not fixed. */
  readonly keep: (diagnostics: readonly Diagnostic[], target: FileTarget) => readonly Diagnostic[];
}

/** Works out what fixed files read; writes nothing. */
export class FileFixer {
  readonly #pool: SourcePool;
  readonly #options: FixerOptions;

  constructor(host: Host, context: CheckContext, options: FixerOptions) {
    this.#pool = new SourcePool(host, context);
    this.#options = options;
  }

  fix(target: FileTarget): FixResult {
    try {
      const source = this.#pool.read(target);
      return this.#fix(source, target, placeOf(source, target.path));
    } catch (error) {
      return { kind: 'problem', ...problemOf(target.shown, error) };
    }
  }

  /** @param path of the file that standard input stands for, as the user named it */
  async fixStandardInput(path: string | undefined, target: FileTarget): Promise<FixResult> {
    try {
      const source = await this.#pool.readStandardInput(path, target);
      return this.#fix(source, target, target.path);
    } catch (error) {
      return { kind: 'problem', ...problemOf(path ?? 'standard input', error) };
    }
  }

  /** Looks at everything anew, because a file was written. */
  forget(): void {
    this.#pool.forget();
  }

  #fix({ shown, root, file }: Source, target: FileTarget, place: string): FixedText {
    const { unsafe, keep } = this.#options;
    const { lint } = target.settings;
    const before = file.document.text;
    const check = (text: string) => {
      const isFirst = text === before;
      const now = isFirst ? file : { ...file, document: root.documents.get(file.path, text, file.language) };
      const project = isFirst ? root.project : root.projectWith(now);
      return keepLineEndings(text, keep(checkFile(project, now, shown, lint), target));
    };
    const { text: after, applied } = fixInRounds(before, check, { unsafe });
    return { kind: 'fixed', before, after, applied, place };
  }
}

function placeOf({ root: { directory, project } }: Source, path: string): string {
  const inside = insideRoot(directory, path);
  if (inside === undefined) return realpathSync(path);
  return onMachine(directory, project.files.realPath(inside) ?? inside);
}
