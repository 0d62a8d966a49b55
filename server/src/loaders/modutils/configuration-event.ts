import type { ExpansionNotice } from '../../expand/expand.ts';
import type { Expansion } from '../../expand/expansion.ts';
import type { ModulesConfTree } from '../../syntax/modules-conf/tree.ts';
import type { ConfigurationFile, FileOrigin, Origin } from '../origin.ts';
import type { CommandEntry, ConfigurationEntry, ListName, PathEntry } from './configuration.ts';

/** Something that the loader did silently at a line; `origin` is that line. */
export type ConfigurationEvent = { readonly origin: FileOrigin } & ConfigurationHappening;

export type ConfigurationHappening =
  | ConditionalHappening
  | PathHappening
  | EntryHappening
  | ExpansionNotice
  | {
      readonly kind: 'include';
      /** The path after expansion; as it is written where nobody knows it. */
      readonly path: string;
      readonly file: ConfigurationFile<ModulesConfTree> | undefined;
      /** Why the file was not read; for people. */
      readonly failure?: string;
    }
  /** What is behind this line in the file is not read. */
  | { readonly kind: 'stopped' };

type ConditionalHappening =
  /** Inside a branch that is not taken. */
  | { readonly kind: 'skipped' }
  /** What an `if` or `elseif` came to; undefined: unknown, which is taken for false. */
  | { readonly kind: 'condition'; readonly value: boolean | undefined }
  /** An `elseif` behind a branch that was taken. */
  | { readonly kind: 'condition-not-evaluated' }
  | { readonly kind: 'unknown-operator'; readonly operator: string }
  /** The branch that begins here is taken although one around it is not. */
  | { readonly kind: 'active-in-inactive' }
  /** The second `else` of one level, which flips the branch once more. */
  | { readonly kind: 'else-again'; readonly first: Origin };

type PathHappening =
  | { readonly kind: 'paths-dropped'; readonly dropped: readonly PathEntry[] }
  /** A `keep` behind the first path line of its file, or behind another `keep`. */
  | { readonly kind: 'keep-ineffective'; readonly firstPath: Origin | undefined }
  /** Text behind `path` that is no `[tag]`: the tag is `misc`. */
  | { readonly kind: 'path-tag-malformed'; readonly written: string };

type EntryHappening =
  | { readonly kind: 'replaced'; readonly list: ListName; readonly old: ConfigurationEntry }
  /** A command for a kind and module that have one already. */
  | { readonly kind: 'command-dead'; readonly winner: CommandEntry }
  | { readonly kind: 'insmod-opt-replaced'; readonly old: Origin }
  /** A variable got a value, at most one word. */
  | { readonly kind: 'defined'; readonly name: string; readonly value: Expansion }
  /** A generated file's name that expands to nothing: modutils fails without a word. */
  | { readonly kind: 'file-name-empty' };
