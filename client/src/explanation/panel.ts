import { commands, type ExtensionContext, Range, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Documents } from '../documents.ts';
import { dress, pageResources, showPage } from '../page.ts';
import { linkToCommands } from './links.ts';

/** Goes to a line from a page; an address and a one-based line are its arguments. */
const openCommand = 'modconf.openPlace';

/** What is known of a module or alias, as a page beside the files; there is one at a time. */
export class ExplanationPanel {
  readonly #context: ExtensionContext;
  readonly #documents: Documents;
  #panel: WebviewPanel | undefined;
  #name = '';

  constructor(context: ExtensionContext, documents: Documents) {
    this.#context = context;
    this.#documents = documents;
    context.subscriptions.push(
      documents.onDidChange(() => this.#update()),
      commands.registerCommand(openCommand, openPlace),
    );
  }

  /** Explains a name. */
  async show(name: string): Promise<void> {
    this.#name = name;
    this.#panel ??= this.#open();
    this.#panel.reveal(undefined, true);
    await this.#update();
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #open(): WebviewPanel {
    const panel = window.createWebviewPanel(
      'modconf.explanation',
      'Explanation',
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableCommandUris: [openCommand], localResourceRoots: [pageResources(this.#context)] },
    );
    dress(panel, this.#context);
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    return panel;
  }

  async #update(): Promise<void> {
    if (this.#panel === undefined) return;
    const answer = await this.#documents.ask('modconf.explain', [this.#name]);
    if (answer === undefined) return;
    // The editor's own engine, which knows how code is to be coloured.
    const body = await commands.executeCommand<string>(
      'markdown.api.render',
      linkToCommands(answer.text, openCommand),
    );
    this.#panel.title = answer.title;
    showPage(this.#panel, this.#context, { title: 'Explanation', style: 'explanation.css', body });
  }
}

async function openPlace(address: string, line: number): Promise<void> {
  const selection = new Range(line - 1, 0, line - 1, 0);
  await commands.executeCommand('vscode.open', Uri.parse(address), { selection, viewColumn: ViewColumn.One });
}
