import { resolve } from 'node:path';
import { FileError, type FileSystem } from '../files/file-system.ts';
import type { KmodConfiguration } from '../loaders/kmod/configuration.ts';
import { readKmodConfiguration } from '../loaders/kmod/read-configuration.ts';
import type { ModutilsConfiguration } from '../loaders/modutils/configuration.ts';
import { locateConfiguration } from '../loaders/modutils/locate-configuration.ts';
import { readConfiguration } from '../loaders/modutils/read-configuration.ts';
import type { LanguageId } from '../syntax/language.ts';
import { encode } from '../text/encoding.ts';
import { modulesDirectory } from '../tree/kernel-versions.ts';
import { parseDocument } from '../workspace/languages.ts';
import type { Arguments } from './arguments.ts';
import type { Host } from './host.ts';
import { type Loader, loaderOf } from './loader-choice.ts';
import { type PathDescription, UnsuitableFileError } from './messages.ts';
import { withFile } from './overlay.ts';
import { insideRoot, onMachine, Projects, type Root } from './projects.ts';
import { visible } from './report/visible.ts';
import { type Source, Sources } from './sources.ts';

/** A configuration as its loader reads it. */
export type Configured = { readonly describePath: PathDescription } & (
  | {
      readonly loader: 'modutils';
      readonly configuration: ModutilsConfiguration;
      /** What modutils says about the choice of the file. */
      readonly warnings: readonly string[];
    }
  | { readonly loader: 'kmod'; readonly configuration: KmodConfiguration }
);

const asItIs: PathDescription = (path) => path;

/** Reads the configurations that `show` and `resolve` are asked about, all below one root. */
export class Configurations {
  readonly root: Root;
  readonly #host: Host;
  readonly #sources: Sources;
  readonly #commandLine: string | undefined;

  /** @throws FileError when the root is no directory */
  constructor(args: Arguments, host: Host) {
    const shown = args.value('root') ?? '/';
    this.#commandLine = args.value('cmdline');
    const projects = new Projects(host, shown, {
      kernel: args.value('kernel'),
      commandLine: this.#commandLine,
    });
    this.#host = host;
    this.#sources = new Sources(host, projects, args.value('language') as LanguageId | undefined);
    this.root = projects.root(resolve(host.directory, shown));
    const { project, directory } = this.root;
    if (project.files.stat('/')?.kind !== 'directory') throw new FileError('not-directory', shown);
    const isAssumed = directory !== '/' && !args.has('kernel') && project.kernels.length === 0;
    if (isAssumed && !args.has('quiet')) {
      const text = `${shown} has no kernel in lib/modules, so ${project.kernel} is assumed; name one with --kernel`;
      host.err.write(`note: ${visible(text)}\n`);
    }
  }

  /** Reads the configuration below the root, by the loader that the machine would run. */
  ofRoot(loader: Loader = loaderOf(this.root.project)): Configured {
    const { project } = this.root;
    if (loader === 'kmod') return { loader, configuration: project.kmod(), describePath: asItIs };
    const { path, warnings } = locateConfiguration(project.files);
    const configuration =
      path === undefined
        ? readConfiguration(undefined, project.modutilsEnvironment())
        : project.modutils(project.read(path, 'modules.conf'));
    return { loader, configuration, warnings, describePath: asItIs };
  }

  /**
   * Reads a configuration that the user named: a file, or a directory, which is a set of modprobe.d files.
   *
   * @throws FileError, UnsuitableFileError
   */
  named(shown: string): Configured {
    const path = resolve(this.#host.directory, shown);
    if (path === '/dev/null') return this.#nothing(shown);
    const isDirectory = this.#host.filesBelow('/').stat(path)?.kind === 'directory';
    if (isDirectory) return this.#kmodNamed(shown, this.#kmod(path));
    return this.#ofSource(this.#sources.read(shown, path), () => this.#kmod(path));
  }

  /** Reads a configuration from standard input. @throws as {@link Configurations.named} */
  async standardInput(path: string | undefined): Promise<Configured> {
    const source = await this.#sources.readStandardInput(path);
    const { document } = source.file;
    const absolute = path === undefined ? '/dev/stdin' : resolve(this.#host.directory, path);
    return this.#ofSource(source, () => {
      const files = withFile(this.#host.filesBelow('/'), absolute, {
        bytes: encode(document.text),
        modified: Date.now(),
      });
      return { configuration: this.#kmodOutside(absolute, files), path: absolute };
    });
  }

  /** As `modprobe -C /dev/null`: no configuration but what the loader, or the module tree, brings along. */
  #nothing(shown: string): Configured {
    const { project } = this.root;
    if (loaderOf(project) === 'kmod')
      return this.#kmodNamed(shown, { configuration: project.kmod([]), path: shown });
    const configuration = project.modutils({ path: shown, document: parseDocument('', 'modules.conf') });
    return { loader: 'modutils', configuration, warnings: [], describePath: asItIs };
  }

  #ofSource({ shown, file }: Source, readKmod: () => ReadSet): Configured {
    if (file.language === 'modules.conf') {
      const configuration = this.root.project.modutils({ path: shown, document: file.document });
      return { loader: 'modutils', configuration, warnings: [], describePath: asItIs };
    }
    if (file.language !== 'modprobe.d')
      throw new UnsuitableFileError(`is ${file.language}, which is no configuration of modprobe`);
    return this.#kmodNamed(shown, readKmod());
  }

  /** @param path absolute, on this machine: a directory or a file. */
  #kmod(path: string): ReadSet {
    const { directory, project } = this.root;
    const inside = insideRoot(directory, path);
    return inside === undefined
      ? { configuration: this.#kmodOutside(path, this.#host.filesBelow('/')), path }
      : { configuration: project.kmod([inside]), path: inside };
  }

  #kmodNamed(shown: string, { configuration, path }: ReadSet): Configured {
    const { directory } = this.root;
    const named = describeBelow(path, shown);
    // What was read from outside the root knows the root's files by their paths on this machine.
    const describePath: PathDescription = (other) => named(other) ?? insideRoot(directory, other) ?? other;
    return { loader: 'kmod', configuration, describePath };
  }

  /** Reads a set that stands outside the root, with the two files of the root's module tree. */
  #kmodOutside(path: string, files: FileSystem): KmodConfiguration {
    const { directory, project } = this.root;
    const moduleDirectory = onMachine(directory, `${modulesDirectory}/${project.kernel}`);
    const commandLine = this.#commandLine;
    return readKmodConfiguration({
      files,
      places: [path],
      moduleDirectory,
      ...(commandLine !== undefined && { commandLine }),
    });
  }
}

/** A set of modprobe.d files, and where it was read from: a path as the configuration's files have it. */
interface ReadSet {
  readonly configuration: KmodConfiguration;
  readonly path: string;
}

/** Names what is at or below `path` by the name that the user gave `path`; undefined for anything else. */
function describeBelow(path: string, shown: string): (other: string) => string | undefined {
  const prefix = path.endsWith('/') ? path : `${path}/`;
  const shownPrefix = shown.endsWith('/') ? shown : `${shown}/`;
  return (other) => {
    if (other === path) return shown;
    return other.startsWith(prefix) ? shownPrefix + other.slice(prefix.length) : undefined;
  };
}
