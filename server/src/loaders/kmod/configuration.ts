import type { FileSystem } from '../../files/file-system.ts';
import type { ModprobeDTree } from '../../syntax/modprobe-d/tree.ts';
import type { ConfigurationFile, Origin } from '../origin.ts';
import type { OpenFile, SetFile } from './configuration-set.ts';

/** The directories of modprobe.d, by precedence. */
export const modprobeDirectories: readonly string[] = [
  '/etc/modprobe.d',
  '/run/modprobe.d',
  '/usr/local/lib/modprobe.d',
  '/usr/lib/modprobe.d',
  '/lib/modprobe.d',
];

/** What kmod has to be told about the machine. */
export interface KmodEnvironment {
  readonly files: FileSystem;
  /** /lib/modules/V, whose modules.softdep and modules.weakdep take part; left out, none do. */
  readonly moduleDirectory?: string;
  /** Files or directories instead of {@link modprobeDirectories}, as with `modprobe -C`. */
  readonly places?: readonly string[];
  /** The kernel command line (/proc/cmdline), if it is to take part. */
  readonly commandLine?: string;
  /** The release of kmod, 30 to 34: `weakdep` is known since 33. 34 if left out. */
  readonly release?: number;
  /** Gives a file by its path; left out, it is read from `files`. Open buffers of an editor come in here. */
  readonly open?: OpenFile<ModprobeDTree>;
}

interface Entry {
  readonly origin: Origin;
}

/** Names are normalised (`_` for `-` outside brackets), except in `pre`, `post` and `modules`, where kmod does it on use. */
export interface BlacklistEntry extends Entry {
  readonly module: string;
}

export interface CommandEntry extends Entry {
  /** A name or an fnmatch(3) pattern. */
  readonly module: string;
  /** For /bin/sh; never run by us. */
  readonly command: string;
}

export interface AliasEntry extends Entry {
  /** An fnmatch(3) pattern. */
  readonly pattern: string;
  readonly module: string;
}

export interface OptionsEntry extends Entry {
  readonly module: string;
  /** As one text, with blanks for tabs. */
  readonly options: string;
}

export interface SoftdepEntry extends Entry {
  /** A name or an fnmatch(3) pattern. */
  readonly module: string;
  readonly pre: readonly string[];
  readonly post: readonly string[];
  /** The lists as the line has them, which may change between the two more than once. */
  readonly sections: readonly SoftdepEntrySection[];
}

export interface SoftdepEntrySection {
  readonly when: 'pre' | 'post';
  readonly modules: readonly string[];
}

export interface WeakdepEntry extends Entry {
  /** A name or an fnmatch(3) pattern. */
  readonly module: string;
  readonly modules: readonly string[];
}

/** What kmod knows after reading a configuration, each list in reading order: the first part of `modprobe -c`. */
export interface KmodConfiguration {
  readonly blacklists: readonly BlacklistEntry[];
  readonly installs: readonly CommandEntry[];
  readonly removes: readonly CommandEntry[];
  readonly aliases: readonly AliasEntry[];
  readonly options: readonly OptionsEntry[];
  readonly softdeps: readonly SoftdepEntry[];
  readonly weakdeps: readonly WeakdepEntry[];
  /** Every file that was found and what became of it, the tree's own two first. */
  readonly files: readonly SetFile<ModprobeDTree>[];
  /** The files that were read, in reading order. */
  readonly effective: readonly ConfigurationFile<ModprobeDTree>[];
  /** What kmod says on stderr while reading, in order. */
  readonly messages: readonly KmodMessage[];
}

export interface KmodMessage {
  /** As kmod 34 says it, without a line end. */
  readonly text: string;
  /** The line that it is about; undefined where it is about a directory. */
  readonly origin: Origin | undefined;
}
