import {
  type Command,
  commands,
  Disposable,
  EventEmitter,
  Range,
  type TextDocumentShowOptions,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
} from 'vscode';
import type { Place } from '../../../server/src/features/machine/place.ts';
import type { MachineModules } from '../../../server/src/lsp/machine-protocol.ts';
import { type Machine, nameOf } from '../machine.ts';
import { arrange, type Node, sectionsOf, statementsOf } from './module-nodes.ts';

const id = 'modconf.modules';

/** Shows every module of the kernel in force in the Explorer. */
export function showModules(machine: Machine): Disposable {
  const provider = new ModulesProvider(machine);
  const view = window.createTreeView(id, { treeDataProvider: provider, showCollapseAll: true });
  const describe = () => {
    const { context } = machine;
    view.description = context === undefined ? '' : nameOf(context);
    view.message = provider.filter === '' ? '' : `Only names with “${provider.filter}”`;
    void commands.executeCommand('setContext', 'modconf.modulesFiltered', provider.filter !== '');
  };
  const setFilter = (filter: string) => {
    provider.filter = filter;
    describe();
  };
  void commands.executeCommand('setContext', 'modconf.active', true);
  return Disposable.from(
    view,
    provider,
    machine.onDidChange(describe),
    commands.registerCommand('modconf.refreshModules', () => machine.refresh()),
    commands.registerCommand('modconf.clearModuleFilter', () => setFilter('')),
    commands.registerCommand('modconf.filterModules', async () => {
      const placeHolder = 'Part of the name; - and _ are the same';
      const filter = await window.showInputBox({
        title: 'Filter modules',
        value: provider.filter,
        placeHolder,
      });
      if (filter !== undefined) setFilter(filter.trim());
    }),
  );
}

class ModulesProvider implements TreeDataProvider<Node> {
  readonly #machine: Machine;
  readonly #changed = new EventEmitter<undefined>();
  readonly #subscription: Disposable;
  #modules: Promise<MachineModules | null> | undefined;
  #filter = '';
  /** Of a tree with one root there would be nothing to see. */
  #onlyRoot: Node | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(machine: Machine) {
    this.#machine = machine;
    this.#subscription = machine.onDidChange(() => {
      this.#modules = undefined;
      this.#changed.fire(undefined);
    });
  }

  get filter(): string {
    return this.#filter;
  }

  set filter(filter: string) {
    this.#filter = filter;
    this.#changed.fire(undefined);
  }

  getTreeItem(node: Node): TreeItem {
    const item = itemOf(node, this.#filter !== '');
    if (this.#onlyRoot === node) item.collapsibleState = TreeItemCollapsibleState.Expanded;
    return item;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    switch (node?.kind) {
      case undefined: {
        this.#modules ??= this.#machine.ask('modconf/modules', {});
        const roots = arrange((await this.#modules)?.modules ?? [], this.#filter);
        this.#onlyRoot = roots.length === 1 ? roots[0] : undefined;
        return [...roots];
      }
      case 'folder':
        return [...node.children];
      case 'module': {
        const detail = await this.#machine.ask('modconf/module', { name: node.module.name });
        return detail === null ? [] : sectionsOf(node.module, detail);
      }
      case 'section':
        return statementsOf(node);
      case 'statement':
        return [];
    }
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

function itemOf(node: Node, isFiltered: boolean): TreeItem {
  const { Collapsed, Expanded, None } = TreeItemCollapsibleState;
  switch (node.kind) {
    case 'folder': {
      const item = new TreeItem(node.name, isFiltered ? Expanded : Collapsed);
      item.id = `${isFiltered ? 'filtered ' : ''}${node.path}`;
      item.iconPath = ThemeIcon.Folder;
      item.description = String(node.count);
      item.tooltip = node.path;
      return item;
    }
    case 'module': {
      const { title, name, folder, place, blocked, loaded } = node.module;
      const item = new TreeItem(title, Collapsed);
      item.id = `${folder} ${place.line} ${name}`;
      const states = [...(loaded ? ['loaded'] : []), ...(blocked ? ['blocked'] : [])];
      item.description = states.join(', ');
      item.iconPath = iconOf(blocked, loaded);
      item.contextValue = 'module';
      item.tooltip = `${folder}/${title}${states.length > 0 ? ` (${states.join(', ')})` : ''}`;
      return item;
    }
    case 'section': {
      const item = new TreeItem(node.title, Collapsed);
      item.id = `${node.module.place.line} ${node.module.name} ${node.title}`;
      item.description = String(node.statements.length);
      return item;
    }
    case 'statement': {
      const { text, place } = node.statement;
      const item = new TreeItem(text, None);
      item.id = node.id;
      item.tooltip = text;
      if (place === undefined) item.description = 'built in';
      else {
        item.description = describePlace(place);
        item.command = openAt(place);
      }
      return item;
    }
  }
}

function iconOf(blocked?: true, loaded?: true): ThemeIcon {
  if (blocked) return new ThemeIcon('circle-slash', new ThemeColor('charts.red'));
  if (loaded) return new ThemeIcon('pass-filled', new ThemeColor('charts.green'));
  return new ThemeIcon('package');
}

function describePlace({ uri, line }: Place): string {
  const { path } = Uri.parse(uri);
  return `${path.slice(path.lastIndexOf('/') + 1)}:${line + 1}`;
}

function openAt({ uri, line }: Place): Command {
  const options: TextDocumentShowOptions = { selection: new Range(line, 0, line, 0) };
  return { command: 'vscode.open', title: 'Show', arguments: [Uri.parse(uri), options] };
}
