import type { ConfigurationFile } from '../../loaders/origin.ts';
import type { ProjectFile } from '../../workspace/project.ts';
import { kmodView } from '../kmod-view.ts';
import { type ModutilsView, machineView, modutilsView } from '../modutils-view.ts';
import type { Snapshot } from '../snapshot.ts';

/** What speaks of the same modules and aliases. */
export interface DocumentSet {
  /** Configurations and what is generated; no document is there twice. */
  readonly files: readonly ProjectFile[];
  /** Whether the loader takes `-` and `_` in names for the same. */
  readonly mixesDashes: boolean;
}

/** @returns the documents that a loader reads together with one: its configuration and the list of modules. */
export function documentSet(snapshot: Snapshot): DocumentSet {
  const files = new Map<ProjectFile['document'], ProjectFile>([[snapshot.document, snapshot.file]]);
  const isModern = isOfKmod(snapshot);
  for (const file of isModern ? kmodFiles(snapshot) : modutilsFiles(modutilsView(snapshot))) {
    if (!files.has(file.document)) files.set(file.document, file);
  }
  return { files: [...files.values()], mixesDashes: isModern };
}

function isOfKmod(snapshot: Snapshot): boolean {
  if (snapshot.language === 'modules.conf') return false;
  return snapshot.language !== 'modules.dep' || modutilsView(snapshot).list?.graph.generation === '2.6';
}

function modutilsFiles({ configuration, list }: ModutilsView): ProjectFile[] {
  const files = configuration.files.map((file) => asFile(file, 'modules.conf'));
  return list === undefined ? files : [...files, list.file];
}

function kmodFiles(snapshot: Snapshot): ProjectFile[] {
  const { configuration, project } = kmodView(snapshot);
  const files = configuration.effective.map((file) => asFile(file, 'modprobe.d'));
  const { list } = machineView(project);
  return list === undefined ? files : [...files, list.file];
}

function asFile({ path, document }: ConfigurationFile, language: ProjectFile['language']): ProjectFile {
  return { path, document, language };
}
