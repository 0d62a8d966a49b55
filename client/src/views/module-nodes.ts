import type { ListedModule, ModuleDetail } from '../../../server/src/features/machine/module-list.ts';
import type { Statement } from '../../../server/src/features/machine/place.ts';

/** What the view of modules shows, as a tree. */
export type Node = FolderNode | ModuleNode | SectionNode | StatementNode;

/** A folder of the module tree: `drivers`, below `kernel`. */
export interface FolderNode {
  readonly kind: 'folder';
  readonly name: string;
  /** From the module tree down. */
  readonly path: string;
  readonly children: readonly (FolderNode | ModuleNode)[];
  /** How many modules there are in it and below. */
  readonly count: number;
}

export interface ModuleNode {
  readonly kind: 'module';
  readonly module: ListedModule;
}

/** What is known of a module, by kind. */
export interface SectionNode {
  readonly kind: 'section';
  readonly title: string;
  readonly module: ListedModule;
  readonly statements: readonly Statement[];
}

export interface StatementNode {
  readonly kind: 'statement';
  readonly statement: Statement;
  /** Tells it from the same words elsewhere in the tree. */
  readonly id: string;
}

/**
 * Arranges modules by their folders. A folder that holds nothing but one folder is shown with it in one line.
 *
 * @param filter what the titles must contain; empty for all
 */
export function arrange(
  modules: readonly ListedModule[],
  filter: string,
): readonly (FolderNode | ModuleNode)[] {
  const wanted = normalized(filter);
  const root: Folder = { folders: new Map(), modules: [] };
  for (const module of modules) {
    if (!normalized(module.title).includes(wanted)) continue;
    let folder = root;
    for (const name of module.folder.split('/').filter(Boolean)) {
      const next = folder.folders.get(name) ?? { folders: new Map(), modules: [] };
      folder.folders.set(name, next);
      folder = next;
    }
    folder.modules.push(module);
  }
  return childrenOf(root, '');
}

/** While it is put together. */
interface Folder {
  readonly folders: Map<string, Folder>;
  readonly modules: ListedModule[];
}

function childrenOf({ folders, modules }: Folder, path: string): (FolderNode | ModuleNode)[] {
  return [
    ...[...folders]
      .sort(([left], [right]) => compare(left, right))
      .map(([name, folder]) => show(name, folder, path)),
    ...[...modules]
      .sort((left, right) => compare(left.title, right.title))
      .map((module): ModuleNode => ({ kind: 'module', module })),
  ];
}

function show(name: string, folder: Folder, parent: string): FolderNode {
  const path = parent === '' ? name : `${parent}/${name}`;
  const [only, ...others] = folder.folders;
  if (only !== undefined && others.length === 0 && folder.modules.length === 0) {
    const inner = show(only[0], only[1], path);
    return { ...inner, name: `${name}/${inner.name}` };
  }
  const children = childrenOf(folder, path);
  const count = children.reduce((sum, child) => sum + (child.kind === 'folder' ? child.count : 1), 0);
  return { kind: 'folder', name, path, children, count };
}

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

/** For people `-` and `_` are the same. */
const normalized = (text: string) => text.trim().toLowerCase().replaceAll('_', '-');

const titles: readonly (readonly [keyof ModuleDetail, string])[] = [
  ['aliases', 'Aliases'],
  ['options', 'Options'],
  ['others', 'Other lines about it'],
  ['needs', 'Needs'],
  ['neededBy', 'Needed by'],
];

/** @returns what is known of a module, without the kinds of which there is nothing. */
export function sectionsOf(module: ListedModule, detail: ModuleDetail): SectionNode[] {
  return titles.flatMap(([key, title]) => {
    const statements = detail[key];
    return statements.length === 0 ? [] : [{ kind: 'section', title, module, statements }];
  });
}

/** @returns the lines of a section. */
export function statementsOf({ title, module, statements }: SectionNode): StatementNode[] {
  return statements.map((statement, index) => ({
    kind: 'statement',
    statement,
    id: `${module.place.line} ${module.name} ${title} ${index}`,
  }));
}
