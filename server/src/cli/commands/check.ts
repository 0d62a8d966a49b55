import { relative, resolve } from 'node:path';
import { FileError } from '../../files/file-system.ts';
import { checkFile } from '../../lint/check.ts';
import type { Diagnostic } from '../../lint/diagnostic.ts';
import type { LanguageId } from '../../syntax/language.ts';
import type { Arguments } from '../arguments.ts';
import { usesColor } from '../color.ts';
import { commandNamed } from '../command-table.ts';
import { FileFinder, type Found } from '../find-files.ts';
import type { Host } from '../host.ts';
import { complain, refuse } from '../messages.ts';
import { type NamedDependencies, readNamedDependencies } from '../named-dependencies.ts';
import { onMachine, Projects, type Root } from '../projects.ts';
import type { Reporter } from '../report/reporter.ts';
import { configurationFiles } from '../root-files.ts';
import { type Source, Sources } from '../sources.ts';
import { Status, worse } from '../status.ts';
import { UsageError } from '../usage-error.ts';

/** `modconf check`: lints files and prints what was found as it is found. */
export async function run(args: Arguments, host: Host): Promise<Status> {
  if (args.has('conf') && args.operands.length > 0)
    throw new UsageError('check takes either --conf or a PATH, not both', commandNamed('check'));
  const dep = args.value('dep');
  let dependencies: NamedDependencies | undefined;
  try {
    dependencies = dep === undefined ? undefined : readNamedDependencies(dep, host);
  } catch (error) {
    return refuse(host, dep ?? '', error);
  }
  const check = new Check(args, host, await reporterFor(args, host), dependencies);
  await check.run();
  return check.end();
}

async function reporterFor(args: Arguments, host: Host): Promise<Reporter> {
  if (args.value('format') === 'json') {
    const { JsonReporter } = await import('../report/json.ts');
    return new JsonReporter();
  }
  const { TextReporter } = await import('../report/text.ts');
  const width = host.terminalWidth();
  return new TextReporter({ color: usesColor(args, host), width, summary: !args.has('quiet') });
}

/** @returns the language that every file is in; undefined lets each say its own. */
function languageFor(args: Arguments, host: Host): LanguageId | undefined {
  const language = args.value('language');
  if (language !== undefined) return language as LanguageId;
  const conf = args.value('conf');
  if (conf === undefined) return undefined;
  const kind = host.filesBelow('/').stat(resolve(host.directory, conf))?.kind;
  return kind === 'directory' ? 'modprobe.d' : undefined;
}

const nothingToCheck =
  'there is no file to check; name one, or say with --language what kind of files they are';

class Check {
  readonly #args: Arguments;
  readonly #host: Host;
  readonly #reporter: Reporter;
  readonly #projects: Projects;
  readonly #sources: Sources;
  readonly #finder: FileFinder;
  /** What was looked at, by absolute path: a file that is named twice is checked once. */
  readonly #seen = new Set<string>();
  #status: Status = Status.ok;

  constructor(args: Arguments, host: Host, reporter: Reporter, dependencies: NamedDependencies | undefined) {
    const language = languageFor(args, host);
    this.#args = args;
    this.#host = host;
    this.#reporter = reporter;
    this.#projects = new Projects(host, args.value('root'), { kernel: args.value('kernel'), dependencies });
    this.#sources = new Sources(host, this.#projects, language);
    this.#finder = new FileFinder(host, language !== undefined);
  }

  async run(): Promise<void> {
    const conf = this.#args.value('conf');
    const root = this.#args.value('root');
    const operands = conf === undefined ? this.#args.operands : [conf];
    // First, because other files may include what standard input stands for.
    if (operands.includes('-')) await this.#checkStandardInput();
    if (operands.length === 0 && root !== undefined) this.#checkRoot(root);
    const paths = operands.length === 0 && root === undefined ? ['.'] : operands;
    for (const path of paths) {
      if (path === '-') continue;
      for (const found of this.#finder.find(path)) this.#checkFound(found);
    }
  }

  /** @returns the exit status, after what is to be said in the end. */
  end(): Status {
    if (this.#seen.size === 0 && this.#status === Status.ok) {
      complain(this.#host, nothingToCheck);
      return Status.usage;
    }
    this.#host.out.write(this.#reporter.end());
    return this.#status;
  }

  async #checkStandardInput(): Promise<void> {
    const path = this.#args.value('stdin-path');
    this.#seen.add(resolve(this.#host.directory, path ?? '-'));
    try {
      this.#report(await this.#sources.readStandardInput(path));
    } catch (error) {
      this.#refuse(path ?? 'standard input', error);
    }
  }

  #checkRoot(shown: string): void {
    const { directory, project } = this.#projects.root(resolve(this.#host.directory, shown));
    if (project.files.stat('/')?.kind !== 'directory') {
      this.#refuse(shown, new FileError('not-directory', shown));
      return;
    }
    for (const inside of configurationFiles(project.files)) {
      const path = onMachine(directory, inside);
      this.#checkFound({
        kind: 'file',
        path,
        shown: shown === '.' ? inside.slice(1) : onMachine(shown, inside),
      });
    }
  }

  #checkFound(found: Found): void {
    if (found.kind === 'unreadable') {
      this.#status = worse(this.#status, Status.failure);
      complain(this.#host, `${found.shown}: ${found.reason}`);
      return;
    }
    if (this.#seen.has(found.path)) return;
    this.#seen.add(found.path);
    try {
      this.#report(this.#sources.read(found.shown, found.path));
    } catch (error) {
      this.#refuse(found.shown, error);
    }
  }

  #report({ shown, root, file }: Source): void {
    const diagnostics = checkFile(root.project, file, shown).map((diagnostic) =>
      this.#withShownPaths(diagnostic, { shown, root, path: file.path }),
    );
    if (diagnostics.some(({ severity }) => severity !== 'info'))
      this.#status = worse(this.#status, Status.findings);
    this.#host.out.write(this.#reporter.file({ path: shown, document: file.document, diagnostics }));
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

  #refuse(shown: string, error: unknown): void {
    this.#status = worse(this.#status, refuse(this.#host, shown, error));
  }
}
