import { parseDocument } from '../../workspace/languages.ts';
import type { Project } from '../../workspace/project.ts';
import { machineView, modutilsView } from '../modutils-view.ts';
import type { Snapshot } from '../snapshot.ts';

/** @returns which loader works on the machine that a document is about. */
export function loaderOf(snapshot: Snapshot): 'modutils' | 'kmod' {
  switch (snapshot.language) {
    case 'modules.conf':
      return 'modutils';
    case 'modules.dep':
      return modutilsView(snapshot).list?.graph.generation === '2.6' ? 'kmod' : 'modutils';
    default:
      return 'kmod';
  }
}

/** @returns a machine as it is seen from its own list of modules, where no document is open. */
export function snapshotOfMachine(project: Project, uriOf: Snapshot['uriOf']): Snapshot {
  const path = '/etc/modules.conf';
  const empty = { path, language: 'modules.conf', document: parseDocument('', 'modules.conf') } as const;
  const file = machineView(project).list?.file ?? empty;
  const { language, document } = file;
  return { file, language, document, project, uriOf };
}
