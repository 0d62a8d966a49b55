import { showExpansion } from '../../expand/expansion.ts';
import type { Note, Origin } from '../origin.ts';
import type { ConfigurationEntry, FileNameEntry, ModutilsConfiguration } from './configuration.ts';
import { notesOnConfiguration } from './configuration-notes.ts';

/** A line of `modprobe -c`, without its end. */
export interface PrintedLine {
  readonly text: string;
  /** The lines that it comes from; none for a heading. */
  readonly origins: readonly Origin[];
  /** Whether a value in it is unknown and stands as it is written. */
  readonly unknown: boolean;
}

export interface PrintedConfiguration {
  readonly lines: readonly PrintedLine[];
  /** What is unknown and therefore printed as it is written, or taken for false. */
  readonly notes: readonly Note[];
}

/**
 * Prints a configuration as `modprobe -c` does, without the first comment line. Where reading failed, which makes
 * modprobe print nothing, this is what it had read, with `(null)` for the names that it had not settled.
 */
export function printConfiguration(configuration: ModutilsConfiguration): PrintedConfiguration {
  const printer = new Printer();
  for (const { tag, directory, origin } of configuration.paths)
    printer.line(`path[${tag}]=${showExpansion(directory)}`, [origin], !directory.known);
  printer.list('# Prune', 'prune', configuration.prune);
  printer.list('# Above', 'above', configuration.above);
  printer.list('# Below', 'below', configuration.below);
  printer.list('# Aliases', 'alias', configuration.aliases);
  printer.list('# Options', 'options', configuration.options);
  printer.list('# Probes', 'probe', configuration.probe);
  printer.list('# Probeall', 'probeall', configuration.probeall);
  if (configuration.commands.length > 0) printer.line('# Commands', []);
  for (const { kind, module, command, origin } of configuration.commands)
    printer.line(`${kind} ${module} ${command}`, [origin]);
  printer.line('# Miscellaneous file and directory names', []);
  for (const entry of configuration.generatedFiles) printer.fileName(entry);
  printer.fileName(configuration.persistdir);
  return { lines: printer.lines, notes: notesOnConfiguration(configuration) };
}

class Printer {
  readonly lines: PrintedLine[] = [];

  line(text: string, origins: readonly Origin[], unknown = false): void {
    this.lines.push({ text, origins, unknown });
  }

  list(heading: string, directive: string, list: ReadonlyMap<string, ConfigurationEntry>): void {
    if (list.size > 0) this.line(heading, []);
    for (const { key, value, parts } of list.values()) {
      const words = showExpansion(value);
      const origins = parts.map((part) => part.origin);
      const text = words === '' ? `${directive} ${key}` : `${directive} ${key} ${words}`;
      this.line(text, origins, !value.known);
    }
  }

  fileName({ name, value, origin }: FileNameEntry): void {
    const text = value === undefined ? '(null)' : showExpansion(value);
    this.line(`${name}=${text}`, [origin], value?.known === false);
  }
}
