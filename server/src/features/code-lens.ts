import type { CodeLens } from 'vscode-languageserver-types';
import type { Range } from '../text/span.ts';
import { partsOf } from './located-part.ts';
import { listOf, modulesOf, planOf } from './plan-of.ts';
import type { Snapshot } from './snapshot.ts';

/** What a lens is about, for when the editor shows it. */
export interface LensData {
  readonly uri: string;
  readonly kind: 'alias' | 'module';
  /** The alias, or the module's path. */
  readonly name: string;
}

/** More lenses than anybody scrolls past. */
const maximumLenses = 5000;

/** @returns a lens over each alias, and over each module that others need; without a title yet. */
export function codeLenses(snapshot: Snapshot, uri: string): CodeLens[] {
  const { document } = snapshot;
  const lenses: CodeLens[] = [];
  const add = (range: Range, kind: LensData['kind'], name: string) =>
    lenses.push({ range, data: { uri, kind, name } });
  for (let line = 0; line < document.lineCount && lenses.length < maximumLenses; line++) {
    for (const part of partsOf(snapshot, line)) {
      const range = () => document.rangeInLine(line, part.span);
      if (part.kind === 'name' && part.role !== 'mention') add(range(), 'alias', part.name);
      if (part.kind === 'module-file' && part.role === 'target' && isNeeded(snapshot, part.path))
        add(range(), 'module', part.path);
    }
  }
  return lenses;
}

function isNeeded(snapshot: Snapshot, path: string): boolean {
  const graph = listOf(snapshot)?.graph;
  const module = graph?.byPath(path);
  return graph !== undefined && module !== undefined && graph.neededBy(module).length > 0;
}

/** @returns what stands over a line, and the command that tells more. */
export function resolveLens(
  snapshot: Snapshot,
  { uri, kind, name }: LensData,
): NonNullable<CodeLens['command']> {
  const explain = (title: string, about: string) => ({
    title,
    command: 'modconf.explain',
    arguments: [about, uri],
  });
  if (kind === 'alias') return explain(aliasTitle(name, snapshot), name);
  const graph = listOf(snapshot)?.graph;
  const module = graph?.byPath(name);
  const count = graph === undefined || module === undefined ? 0 : graph.neededBy(module).length;
  return explain(`needed by ${count} module${count === 1 ? '' : 's'}`, module?.title ?? name);
}

/** `eth0 → eepro100, loads 2 modules` */
function aliasTitle(name: string, snapshot: Snapshot): string {
  const plan = planOf(name, snapshot);
  switch (plan.outcome) {
    case 'loads': {
      const ends = modulesOf(plan, listOf(snapshot)).map(({ title }) => title);
      const count = plan.steps.filter(({ action }) => action === 'insmod').length;
      return `${[name, ends.join(', ')].filter(Boolean).join(' → ')}, loads ${count} module${count === 1 ? '' : 's'}`;
    }
    case 'nothing':
      return `${name} loads nothing`;
    case 'hangs':
      return `${name} never ends`;
    case 'crashes':
      return `${name} crashes modprobe`;
    case 'unknown':
      return `${name}: not known without running something`;
    case 'fails':
      return listOf(snapshot) === undefined
        ? `${name}: the modules are not known here`
        : `${name} cannot be loaded`;
  }
}
