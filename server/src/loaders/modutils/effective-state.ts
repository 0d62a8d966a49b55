import { type ExpansionContext, expand, isPlain } from '../../expand/expand.ts';
import { type Expansion, known } from '../../expand/expansion.ts';
import type { DirectiveLine, DirectiveName, ModulesConfTree } from '../../syntax/modules-conf/tree.ts';
import type { SourceLine } from '../../text/source-document.ts';
import { builtIn, type ConfigurationFile, type FileOrigin, type Origin } from '../origin.ts';
import type {
  CommandEntry,
  CommandKind,
  FileNameEntry,
  ListName,
  LoaderMessage,
  ModutilsConfiguration,
  ModutilsEnvironment,
  PathEntry,
} from './configuration.ts';
import type { ConfigurationEvent, ConfigurationHappening } from './configuration-event.ts';
import { addDefaults, defaultPaths, defaultPersistdir } from './defaults.ts';
import { firstWord, GeneratedFileNames } from './file-names.ts';
import { type EntryLists, ListEntry } from './list-entry.ts';

/** A line that is not empty. */
export type Directive = SourceLine<DirectiveLine>;

/** What `keep` and the first `path` line of a file decide. */
export interface SearchPathMode {
  keepsPaths: boolean;
  firstPath: FileOrigin | undefined;
}

/** An environment variable is `NAME=VALUE` in PATH_MAX bytes. */
const maximumVariable = 4095;

/** What modutils knows so far while it reads, and the record of what happened. */
export class EffectiveState {
  readonly #kernel: string;
  readonly #events: ConfigurationEvent[] = [];
  readonly #messages: LoaderMessage[] = [];
  readonly #lists: EntryLists = {
    above: new Map(),
    alias: new Map(),
    below: new Map(),
    options: new Map(),
    probe: new Map(),
    probeall: new Map(),
    prune: new Map(),
  };
  #paths: PathEntry[];
  readonly #commands: CommandEntry[] = [];
  /** The first command of each kind, by module. */
  readonly #commandInForce: Readonly<Record<CommandKind, Map<string, CommandEntry>>> = {
    'pre-install': new Map(),
    install: new Map(),
    'post-install': new Map(),
    'pre-remove': new Map(),
    remove: new Map(),
    'post-remove': new Map(),
  };
  readonly #fileNames = new GeneratedFileNames();
  #persistdir: FileNameEntry = {
    name: 'persistdir',
    value: known([defaultPersistdir]),
    origin: builtIn,
  };
  #insmodOpt: ModutilsConfiguration['insmodOpt'];
  readonly #variables: Map<string, string | undefined>;
  readonly #expansion: ExpansionContext;
  /** The line that is being expanded. */
  #current: FileOrigin | undefined;

  constructor(environment: ModutilsEnvironment) {
    this.#kernel = environment.kernel;
    this.#variables = new Map(Object.entries(environment.variables));
    this.#paths = defaultPaths(environment.kernel);
    this.#expansion = {
      files: environment.files,
      kernel: environment.kernel,
      variables: this.#variables,
      onNotice: (notice) => {
        if (this.#current !== undefined) this.happen(this.#current, notice);
      },
    };
    addDefaults(this.#lists);
  }

  /** Records something that modutils does without a word. */
  happen(origin: FileOrigin, happening: ConfigurationHappening): void {
    this.#events.push({ origin, ...happening });
  }

  /** Records what modutils says. */
  say(text: string, origin: Origin): void {
    this.#messages.push({ text, origin });
  }

  expand(text: string, origin: FileOrigin): Expansion {
    this.#current = origin;
    return expand(text, this.#expansion);
  }

  /**
   * Does what a line says that is neither a conditional nor an include.
   * @returns false when modutils takes it for invalid
   */
  apply(directive: DirectiveName, line: Directive, origin: FileOrigin, mode: SearchPathMode): boolean {
    const { tree } = line;
    switch (directive) {
      case 'above':
      case 'alias':
      case 'below':
      case 'options':
      case 'probe':
      case 'probeall':
      case 'prune':
        this.#list(directive, line, origin);
        return true;
      case 'define':
        this.#define(line, origin);
        return true;
      case 'install':
      case 'post-install':
      case 'post-remove':
      case 'pre-install':
      case 'pre-remove':
      case 'remove':
        this.#command(directive, line, origin);
        return true;
      case 'insmod_opt':
        if (this.#insmodOpt !== undefined)
          this.happen(origin, { kind: 'insmod-opt-replaced', old: this.#insmodOpt.origin });
        this.#insmodOpt = { text: tree.argument.text, origin };
        return true;
      case 'keep':
        if (mode.keepsPaths || mode.firstPath !== undefined)
          this.happen(origin, { kind: 'keep-ineffective', firstPath: mode.firstPath });
        mode.keepsPaths = true;
        return true;
      case 'path':
        this.#path(tree, origin, mode);
        return true;
      case 'persistdir':
        this.#setPersistdir(tree, origin);
        return true;
      case 'if':
      case 'else':
      case 'elseif':
      case 'endif':
      case 'include':
        return true;
      default:
        return this.#fileNames.assign(directive, tree.argument.text, origin);
    }
  }

  #list(name: ListName, line: Directive, origin: FileOrigin): void {
    const list = this.#lists[name];
    const neverAutoclean = name === 'options' && wordOf(line, 0) === '-k';
    const keyIndex = neverAutoclean ? 1 : 0;
    const key = wordOf(line, keyIndex);
    if (neverAutoclean && key === '') this.say('Missing module argument after -k', origin);
    const start = startOf(line, keyIndex + 1);
    const value = isPlain(line.text, start) ? start : this.expand(line.text.slice(start), origin);
    const old = list.get(key);
    if (old !== undefined && name !== 'alias' && line.tree.add !== undefined) {
      old.add(value, origin);
      old.neverAutoclean ||= neverAutoclean;
      return;
    }
    const entry = new ListEntry(key, value, origin);
    entry.neverAutoclean = neverAutoclean || (old?.neverAutoclean ?? false);
    list.set(key, entry);
    if (old !== undefined) this.happen(origin, { kind: 'replaced', list: name, old });
  }

  #define(line: Directive, origin: FileOrigin): void {
    const name = wordOf(line, 0);
    const value = this.expand(textFrom(line, 1), origin);
    this.happen(origin, { kind: 'defined', name, value: firstWord(value) });
    const word = value.known ? (value.words[0] ?? '') : undefined;
    this.#variables.set(name, word?.slice(0, Math.max(0, maximumVariable - name.length - 1)));
  }

  #command(kind: CommandKind, line: Directive, origin: FileOrigin): void {
    const module = wordOf(line, 0);
    const entry: CommandEntry = { kind, module, command: textFrom(line, 1), origin };
    const inForce = this.#commandInForce[kind];
    const winner = inForce.get(module);
    this.#commands.push(entry);
    if (winner === undefined) inForce.set(module, entry);
    else this.happen(origin, { kind: 'command-dead', winner });
  }

  #path(tree: DirectiveLine, origin: FileOrigin, mode: SearchPathMode): void {
    if (!mode.keepsPaths && mode.firstPath === undefined) {
      this.happen(origin, { kind: 'paths-dropped', dropped: this.#paths });
      this.#paths = [];
    }
    mode.firstPath ??= origin;
    const written = tree.name.text.slice('path'.length);
    const tag = pathTag(written);
    if (tag === undefined && written !== '') this.happen(origin, { kind: 'path-tag-malformed', written });
    const value = this.expand(tree.argument.text, origin);
    const directories = value.known ? value.words.map((word) => known([word])) : [value];
    for (const directory of directories) this.#paths.push({ tag: tag ?? 'misc', directory, origin });
  }

  #setPersistdir(tree: DirectiveLine, origin: FileOrigin): void {
    const written = tree.argument.text;
    const value = this.expand(written, origin);
    const isEmpty = value.known && value.words.length === 0;
    this.#persistdir = {
      name: 'persistdir',
      value: isEmpty ? known([written]) : firstWord(value),
      origin,
    };
  }

  /**
   * @param files the main file and every included one
   * @param failed whether reading them failed
   */
  finish(
    main: ConfigurationFile<ModulesConfTree> | undefined,
    files: readonly ConfigurationFile<ModulesConfTree>[],
    failed: boolean,
  ): ModutilsConfiguration {
    const settled = failed
      ? { entries: this.#fileNames.unsettled(), empty: undefined }
      : this.#fileNames.settle(this.#kernel, (text, origin) => this.expand(text, origin));
    if (settled.empty !== undefined) this.happen(settled.empty, { kind: 'file-name-empty' });
    const { alias: aliases, ...lists } = this.#lists;
    return {
      main,
      files,
      kernel: this.#kernel,
      paths: this.#paths,
      ...lists,
      aliases,
      commands: this.#commands,
      generatedFiles: settled.entries,
      persistdir: this.#persistdir,
      insmodOpt: this.#insmodOpt,
      messages: this.#messages,
      invalid: failed || settled.empty !== undefined,
      events: this.#events,
    };
  }
}

/** @returns word `index` of the argument as it is written; empty where there is none. */
function wordOf({ text, tree }: Directive, index: number): string {
  const start = tree.wordOffsets[2 * index];
  return start === undefined ? '' : text.slice(start, tree.wordOffsets[2 * index + 1]);
}

/** @returns where word `index` of the argument begins in the line; the end of the line where there is none. */
function startOf({ text, tree }: Directive, index: number): number {
  return tree.wordOffsets[2 * index] ?? text.length;
}

/** @returns the argument from word `index` on as it is written. */
function textFrom(line: Directive, index: number): string {
  return line.text.slice(startOf(line, index));
}

/** @returns the tag of `[tag]` behind `path`; undefined for anything else. */
function pathTag(written: string): string | undefined {
  const close = written.indexOf(']');
  return written.startsWith('[') && close !== -1 && close === written.length - 1
    ? written.slice(1, -1)
    : undefined;
}
