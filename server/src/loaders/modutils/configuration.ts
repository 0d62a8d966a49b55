import type { Expansion } from '../../expand/expansion.ts';
import type { FileSystem } from '../../files/file-system.ts';
import type { ModulesConfTree } from '../../syntax/modules-conf/tree.ts';
import type { ConfigurationFile, Origin } from '../origin.ts';

/** What a modutils loader has to be told about the machine. */
export interface ModutilsEnvironment {
  readonly files: FileSystem;
  /** The kernel version in force, such as `2.4.20` (uname -r). */
  readonly kernel: string;
  /** Environment variables for `$VAR`; empty unless the caller knows them. */
  readonly variables: Readonly<Record<string, string>>;
  /** Whether modprobe was called by the kernel (`if -k`); false if left out. */
  readonly autoclean?: boolean;
  /** Gives the text of an included file; undefined reads it from `files`. Open buffers of an editor come in here. */
  readonly open?: (path: string) => ConfigurationFile<ModulesConfTree>;
}

/** One line of `modprobe -c`: a key and its words. */
export interface ConfigurationEntry {
  readonly key: string;
  readonly value: Expansion;
  /** The line that made it, then those that `add` to it. */
  readonly origins: readonly Origin[];
}

export interface PathEntry {
  readonly tag: string;
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

/** What modutils 2.4 knows after reading a configuration: the contents of `modprobe -c`, every entry with its origin. */
export interface ModutilsConfiguration {
  readonly main: ConfigurationFile<ModulesConfTree> | undefined;
  /** The main file and every included one, in reading order. */
  readonly files: readonly ConfigurationFile<ModulesConfTree>[];
  readonly kernel: string;
  readonly paths: readonly PathEntry[];
  readonly prune: readonly ConfigurationEntry[];
  readonly above: readonly ConfigurationEntry[];
  readonly below: readonly ConfigurationEntry[];
  readonly aliases: readonly ConfigurationEntry[];
  readonly options: readonly ConfigurationEntry[];
  readonly probe: readonly ConfigurationEntry[];
  readonly probeall: readonly ConfigurationEntry[];
  readonly commands: readonly CommandEntry[];
  /** `depfile`, `pcimapfile`, …, `persistdir`, in the order of `modprobe -c`. */
  readonly generatedFiles: readonly ConfigurationEntry[];
  readonly insmodOpt: { readonly text: string; readonly origin: Origin } | undefined;
  /** What modutils says on stderr while reading, in order. */
  readonly messages: readonly LoaderMessage[];
  /** Whether modutils refuses to work with this configuration (status 255). */
  readonly invalid: boolean;
  /** What happened at each line, for whoever explains it: rules, hovers. */
  readonly events: readonly ConfigurationEvent[];
}

export interface LoaderMessage {
  /** Without a line end; may hold one inside (`Invalid line 1 in F\n\tfoo`). */
  readonly text: string;
  readonly origin: Origin;
}

/** Something that the loader did silently at a line; `origin` is that line. */
export type ConfigurationEvent = { readonly origin: Origin } & (
  | { readonly kind: 'skipped' } // inside a branch that is not taken
  | { readonly kind: 'condition'; readonly value: boolean | undefined } // undefined: unknown
  | { readonly kind: 'active-in-inactive' } // an inner condition is true although an outer one is false
  | { readonly kind: 'paths-dropped'; readonly dropped: readonly PathEntry[] }
  | { readonly kind: 'keep-ineffective'; readonly firstPath: Origin | undefined }
  | {
      readonly kind: 'replaced';
      readonly list: 'alias' | 'options' | 'above' | 'below' | 'probe' | 'probeall' | 'prune';
      readonly old: ConfigurationEntry;
    }
  | { readonly kind: 'command-dead'; readonly winner: CommandEntry }
  | {
      readonly kind: 'include';
      readonly path: string;
      readonly file: ConfigurationFile<ModulesConfTree> | undefined;
      readonly failure?: string;
    }
  | { readonly kind: 'expanded'; readonly value: Expansion }
  | { readonly kind: 'variable-undefined'; readonly name: string }
  | { readonly kind: 'glob-no-match'; readonly pattern: string }
);
