import type { Expansion } from '../../expand/expansion.ts';
import type { FileSystem } from '../../files/file-system.ts';
import type { ModulesConfTree } from '../../syntax/modules-conf/tree.ts';
import type { ConfigurationFile, Origin } from '../origin.ts';
import type { ConfigurationEvent } from './configuration-event.ts';

/** What a modutils loader has to be told about the machine. */
export interface ModutilsEnvironment {
  readonly files: FileSystem;
  /** The kernel version in force, such as `2.4.20` (uname -r). */
  readonly kernel: string;
  /** Environment variables for `$VAR`; empty unless the caller knows them. */
  readonly variables: Readonly<Record<string, string>>;
  /** Whether modprobe was called by the kernel (`if -k`); false if left out. */
  readonly autoclean?: boolean;
  /**
   * Gives an included file by its absolute path; undefined reads it from `files`. Open buffers of an editor come in here.
   * Throws a FileError when there is none.
   */
  readonly open?: (path: string) => ConfigurationFile<ModulesConfTree>;
}

/** One line of `modprobe -c`: a key and its words. */
export interface ConfigurationEntry {
  readonly key: string;
  /** All its words; unknown as soon as one part is. */
  readonly value: Expansion;
  /** What the line that made it gave, then what the lines that `add` to it gave. */
  readonly parts: readonly EntryPart[];
}

export interface EntryPart {
  readonly value: Expansion;
  readonly origin: Origin;
}

export interface OptionsEntry extends ConfigurationEntry {
  /** Whether a line for the module said `options -k`; it stays so even when the options are replaced. */
  readonly neverAutoclean: boolean;
}

/** The lists that are keyed by a module or alias, by the directive that fills them. */
export type ListName = 'above' | 'alias' | 'below' | 'options' | 'probe' | 'probeall' | 'prune';

export interface PathEntry {
  readonly tag: string;
  /** One word, or unknown. */
  readonly directory: Expansion;
  readonly origin: Origin;
}

export type CommandKind =
  | 'pre-install'
  | 'install'
  | 'post-install'
  | 'pre-remove'
  | 'remove'
  | 'post-remove';

export interface CommandEntry {
  readonly kind: CommandKind;
  readonly module: string;
  /** Handed to /bin/sh by the loader; never run by us. */
  readonly command: string;
  readonly origin: Origin;
}

/** The files that depmod makes, in the order of `modprobe -c`. */
export const generatedFileNames = [
  'generic_stringfile',
  'pcimapfile',
  'isapnpmapfile',
  'usbmapfile',
  'parportmapfile',
  'ieee1394mapfile',
  'pnpbiosmapfile',
  'depfile',
] as const;

export type GeneratedFileName = (typeof generatedFileNames)[number];

/** `depfile`, `pcimapfile`, …, or `persistdir`. */
export interface FileNameEntry {
  readonly name: GeneratedFileName | 'persistdir';
  /** One word, or unknown; undefined when reading failed before the name was settled. */
  readonly value: Expansion | undefined;
  readonly origin: Origin;
}

/** What modutils 2.4 knows after reading a configuration: the contents of `modprobe -c`, every entry with its origin. */
export interface ModutilsConfiguration {
  readonly main: ConfigurationFile<ModulesConfTree> | undefined;
  /** The main file and every included one, in reading order; one that is included twice is there twice. */
  readonly files: readonly ConfigurationFile<ModulesConfTree>[];
  readonly kernel: string;
  readonly paths: readonly PathEntry[];
  /** The lists by key, in order of first definition. */
  readonly prune: ReadonlyMap<string, ConfigurationEntry>;
  readonly above: ReadonlyMap<string, ConfigurationEntry>;
  readonly below: ReadonlyMap<string, ConfigurationEntry>;
  readonly aliases: ReadonlyMap<string, ConfigurationEntry>;
  readonly options: ReadonlyMap<string, OptionsEntry>;
  readonly probe: ReadonlyMap<string, ConfigurationEntry>;
  readonly probeall: ReadonlyMap<string, ConfigurationEntry>;
  /** Every command; of several for the same kind and module, the first is the one that is used. */
  readonly commands: readonly CommandEntry[];
  readonly generatedFiles: readonly FileNameEntry[];
  readonly persistdir: FileNameEntry;
  readonly insmodOpt: { readonly text: string; readonly origin: Origin } | undefined;
  /** What modutils says on stderr while reading, in order. */
  readonly messages: readonly LoaderMessage[];
  /** Whether modutils refuses to work with this configuration (status 255). */
  readonly invalid: boolean;
  /** What happened silently at each line, in order, for whoever explains it: rules, hovers. */
  readonly events: readonly ConfigurationEvent[];
}

export interface LoaderMessage {
  /** Without the program's name and a line end; may hold one inside (`Invalid line 1 in F\n\tfoo`). */
  readonly text: string;
  readonly origin: Origin;
}

/** @returns the words that the entry's value is known to have; none when it is unknown or there is no entry. */
export function knownWords(entry: ConfigurationEntry | undefined): readonly string[] {
  return entry?.value.known ? entry.value.words : [];
}
