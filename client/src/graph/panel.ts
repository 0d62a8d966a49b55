import {
  commands,
  Disposable,
  type ExtensionContext,
  Range,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { type Machine, nameOf } from '../machine.ts';
import { dress, pageResources, showPage } from '../page.ts';
import type { PictureMessage, ShowMessage } from './messages.ts';

/** The picture of what a module needs and of what needs it; there is one at a time. */
export class GraphPanel {
  readonly #context: ExtensionContext;
  readonly #machine: Machine;
  #panel: WebviewPanel | undefined;
  #name = '';

  constructor(context: ExtensionContext, machine: Machine) {
    this.#context = context;
    this.#machine = machine;
  }

  /** Shows a module in the middle of the picture; says so where there is no such module. */
  async show(name: string): Promise<void> {
    const graph = await this.#machine.ask('modconf/graph', { name });
    if (graph === null) {
      const { context } = this.#machine;
      const where = context === undefined ? '' : ` of kernel ${context.kernel}`;
      void window.showInformationMessage(`There is no module ${name} in modules.dep${where}.`);
      return;
    }
    this.#name = name;
    const isNew = this.#panel === undefined;
    this.#panel ??= this.#open();
    this.#panel.title = `Dependencies of ${graph.nodes[0]?.title ?? name}`;
    this.#panel.reveal(undefined, true);
    // A new picture says when it is ready; before that, messages are lost.
    if (!isNew) await this.#send();
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #open(): WebviewPanel {
    const panel = window.createWebviewPanel(
      'modconf.graph',
      'Dependencies',
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      {
        enableScripts: true,
        localResourceRoots: [pageResources(this.#context)],
        retainContextWhenHidden: true,
      },
    );
    dress(panel, this.#context);
    showPage(panel, this.#context, { title: 'Dependencies', style: 'graph.css', script: 'graph.js', body });
    const subscription = Disposable.from(
      panel.webview.onDidReceiveMessage((message: PictureMessage) => this.#receive(message)),
      this.#machine.onDidChange(() => this.#send()),
    );
    panel.onDidDispose(() => {
      subscription.dispose();
      this.#panel = undefined;
    });
    return panel;
  }

  async #send(): Promise<void> {
    const graph = await this.#machine.ask('modconf/graph', { name: this.#name });
    if (graph === null) return;
    const { context } = this.#machine;
    const machine = context === undefined ? '' : `kernel ${nameOf(context)}`;
    const message: ShowMessage = { kind: 'show', graph, machine };
    await this.#panel?.webview.postMessage(message);
  }

  async #receive(message: PictureMessage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        return this.#send();
      case 'center':
        return this.show(message.name);
      case 'open': {
        const { uri, line } = message.place;
        const options = { selection: new Range(line, 0, line, 0), viewColumn: ViewColumn.One };
        await commands.executeCommand('vscode.open', Uri.parse(uri), options);
        return;
      }
      case 'save':
        return save(message.name, message.svg);
    }
  }
}

async function save(name: string, svg: string): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  const target = await window.showSaveDialog({
    filters: { 'SVG picture': ['svg'] },
    ...(folder && { defaultUri: Uri.joinPath(folder.uri, `${name}.svg`) }),
  });
  if (target !== undefined) await workspace.fs.writeFile(target, new TextEncoder().encode(svg));
}

const body = `<header>
<input id="search" type="search" placeholder="Find a module" aria-label="Find a module in the picture">
<span id="matches" role="status"></span>
<button id="smaller" type="button" title="Smaller (-)" aria-label="Smaller">−</button>
<button id="fit" type="button" title="Fit into the window (0)">Fit</button>
<button id="larger" type="button" title="Larger (+)" aria-label="Larger">+</button>
<button id="save" type="button">Export SVG</button>
</header>
<main id="picture" tabindex="-1"></main>
<footer>
<span id="about"></span>
<span>Enter or click: go to its line · Space or double-click: put it in the middle · arrow keys: move</span>
</footer>`;
