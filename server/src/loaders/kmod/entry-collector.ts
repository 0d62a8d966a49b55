import type { LineWord } from '../../syntax/line-word.ts';
import { normalizeName } from '../../syntax/modprobe-d/names.ts';
import {
  type CommandLine,
  type ModprobeDTree,
  type SoftdepLine,
  softdepModules,
} from '../../syntax/modprobe-d/tree.ts';
import { rawSpan } from '../../text/logical-line.ts';
import type { SourceLine } from '../../text/source-document.ts';
import type { ConfigurationFile, FileOrigin } from '../origin.ts';
import type {
  AliasEntry,
  BlacklistEntry,
  CommandEntry,
  KmodMessage,
  OptionsEntry,
  SoftdepEntry,
  WeakdepEntry,
} from './configuration.ts';

/** The release that brought `weakdep`. */
const weakdepRelease = 33;

/** Adds up the entries of files as kmod reads them, line by line. */
export class EntryCollector {
  readonly lists = {
    blacklists: [] as BlacklistEntry[],
    installs: [] as CommandEntry[],
    removes: [] as CommandEntry[],
    aliases: [] as AliasEntry[],
    options: [] as OptionsEntry[],
    softdeps: [] as SoftdepEntry[],
    weakdeps: [] as WeakdepEntry[],
    messages: [] as KmodMessage[],
  };
  readonly #release: number;

  constructor(release: number) {
    this.#release = release;
  }

  addFile(file: ConfigurationFile<ModprobeDTree>): void {
    file.document.lines.forEach((line, index) => {
      if (line.tree.kind === 'command') this.#addCommand(line.tree, originOf(file, index, line, line.tree));
    });
  }

  #addCommand(tree: CommandLine, origin: FileOrigin): void {
    const isTooNew = tree.directive === 'weakdep' && this.#release < weakdepRelease;
    if (tree.fault !== undefined || isTooNew) this.#complain(tree, origin);
    else this.#addEntry(tree, origin);
  }

  #complain(tree: CommandLine, origin: FileOrigin): void {
    const { file, line } = origin;
    const command = tree.command.text;
    const text =
      tree.fault === 'deprecated'
        ? `${file.path}: command ${command} is deprecated and not parsed anymore`
        : `${file.path} line ${file.document.loaderLineNumber(line)}: ignoring bad line starting with '${command}'`;
    this.lists.messages.push({ text: `libkmod: ERROR: kmod_config_parse: ${text}`, origin });
  }

  #addEntry(tree: CommandLine, origin: FileOrigin): void {
    const { lists } = this;
    const module = normalized(tree.name?.text);
    switch (tree.directive) {
      case 'alias':
        lists.aliases.push({ pattern: module, module: normalized(tree.words[1]?.text), origin });
        break;
      case 'blacklist':
        lists.blacklists.push({ module, origin });
        break;
      case 'install':
        lists.installs.push({ module, command: tree.argument?.text ?? '', origin });
        break;
      case 'remove':
        lists.removes.push({ module, command: tree.argument?.text ?? '', origin });
        break;
      case 'options':
        lists.options.push({ module, options: (tree.argument?.text ?? '').replaceAll('\t', ' '), origin });
        break;
      case 'softdep':
        lists.softdeps.push(softdepEntry(tree, module, origin));
        break;
      case 'weakdep':
        lists.weakdeps.push({ module, modules: tree.modules.map(({ text }) => text), origin });
        break;
    }
  }
}

function softdepEntry(tree: SoftdepLine, module: string, origin: FileOrigin): SoftdepEntry {
  const texts = (words: readonly LineWord[]) => words.map(({ text }) => text);
  const sections = tree.sections.map(({ when, modules }) => ({ when, modules: texts(modules) }));
  const pre = texts(softdepModules(tree, 'pre'));
  return { module, pre, post: texts(softdepModules(tree, 'post')), sections, origin };
}

/** @returns a name of a line without fault, normalised; such a line has its names, and they have no unpaired bracket. */
function normalized(name: string | undefined): string {
  return normalizeName(name ?? '') ?? '';
}

/** The whole statement, without blanks around it. */
function originOf(
  file: ConfigurationFile<ModprobeDTree>,
  index: number,
  { text, segments }: SourceLine<ModprobeDTree>,
  { command }: CommandLine,
): FileOrigin {
  return { kind: 'file', file, line: index, span: rawSpan(segments, command.start, text.trimEnd().length) };
}
