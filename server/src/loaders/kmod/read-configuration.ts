import { compareBytes } from '../../files/compare-bytes.ts';
import { FileError } from '../../files/file-system.ts';
import { baseName, joinPath } from '../../files/paths.ts';
import { modprobeD } from '../../syntax/modprobe-d/language.ts';
import type { ModprobeDTree } from '../../syntax/modprobe-d/tree.ts';
import type { ConfigurationFile } from '../origin.ts';
import {
  type KmodConfiguration,
  type KmodEnvironment,
  type KmodMessage,
  modprobeDirectories,
} from './configuration.ts';
import { collectSet, type OpenFile, opener, type SetFile } from './configuration-set.ts';
import { EntryCollector } from './entry-collector.ts';
import { readCommandLine } from './kernel-command-line.ts';

/**
 * Reads a whole configuration as kmod does: its files, the two of the module tree sorted in among them by their own names,
 * then the kernel command line. Never throws; what cannot be read is left out and told in `files`.
 */
export function readKmodConfiguration(environment: KmodEnvironment): KmodConfiguration {
  const { files, moduleDirectory, release = 34 } = environment;
  const open = environment.open ?? opener(files, modprobeD);
  const set = collectSet(files, environment.places ?? modprobeDirectories, open);
  const ofTree = moduleDirectory === undefined ? [] : treeFiles(moduleDirectory, release, open);
  const effective = sortIn(set.effective, ofTree);
  const entries = new EntryCollector(release);
  for (const file of effective) entries.addFile(file);
  const fromKernel = readCommandLine(environment.commandLine ?? '');
  const { blacklists, options, messages, ...others } = entries.lists;
  return {
    ...others,
    blacklists: [...blacklists, ...fromKernel.blacklists],
    options: [...options, ...fromKernel.options],
    files: [...ofTree, ...set.files],
    effective,
    messages: [
      ...set.misnamedDirectories.map((path) =>
        complaint(`Directories inside directories are not supported: ${path}`, 'filter_out'),
      ),
      ...set.unsupported.map((path) => complaint(`unsupported file mode ${path}`, 'list')),
      ...messages,
      ...fromKernel.messages,
    ],
  };
}

function complaint(text: string, part: string): KmodMessage {
  return { text: `libkmod: ERROR: conf_files_${part}: ${text}`, origin: undefined };
}

/** The configuration that depmod made from the modules themselves. */
function treeFiles(
  directory: string,
  release: number,
  open: OpenFile<ModprobeDTree>,
): SetFile<ModprobeDTree>[] {
  const names = release < 33 ? ['modules.softdep'] : ['modules.softdep', 'modules.weakdep'];
  return names.flatMap((name): SetFile<ModprobeDTree>[] => {
    const path = joinPath(directory, name);
    try {
      return [{ path, state: 'read', file: open(path) }];
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      return error.code === 'not-found' ? [] : [{ path, state: 'ignored', reason: 'unreadable' }];
    }
  });
}

/** Puts the tree's files among the others; of a place given by hand with such a name they are what counts. */
function sortIn(
  effective: readonly ConfigurationFile<ModprobeDTree>[],
  ofTree: readonly SetFile<ModprobeDTree>[],
): ConfigurationFile<ModprobeDTree>[] {
  const byName = new Map<string, ConfigurationFile<ModprobeDTree>>();
  for (const file of [...ofTree.flatMap(({ file }) => file ?? []), ...effective]) {
    const name = baseName(file.path);
    if (!byName.has(name)) byName.set(name, file);
  }
  return [...byName.keys()].sort(compareBytes).map((name) => byName.get(name)!);
}
