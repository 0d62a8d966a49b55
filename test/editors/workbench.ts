import type { Browser, Locator, Page } from 'playwright-core';
import type { Editor } from './editor.ts';

/** VS Code's window, as one who uses it sees it. */
export class Workbench {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Opens a folder in a new window. */
  static async open(browser: Browser, editor: Editor, folder: string): Promise<Workbench> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(20_000);
    await page.goto(editor.url(folder));
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    return new Workbench(page);
  }

  /** The editor that has the focus. */
  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible input');
  }

  /** Shows a file of the folder. */
  async openFile(path: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+p');
    await this.quickInput.fill(path);
    const name = path.slice(path.lastIndexOf('/') + 1);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.editor.locator('.view-line').first().waitFor();
  }

  /** Runs a command by its title, as from the command palette. */
  async run(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.quickInput.fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Puts the caret somewhere; lines and columns are one-based. */
  async goTo(line: number, column: number): Promise<void> {
    await this.page.keyboard.press('Control+g');
    await this.quickInput.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.caretAt(line, column);
  }

  /** Waits until the caret is somewhere. */
  async caretAt(line: number, column: number): Promise<void> {
    await this.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** @returns a line of the active editor, by the words in it; what the editor itself puts between them is passed over. */
  line(words: string): Locator {
    return this.editor.locator('.view-line', { hasText: inOrder(words) });
  }

  /**
   * Waits until a word of a line has another colour than the plain text.
   *
   * @returns the colour
   */
  async colour(line: string, word: string): Promise<string> {
    // Looked up anew each time: the editor draws its lines again whenever it knows more of them.
    const colour = await this.page.waitForFunction(
      ([source, word]) => {
        const pattern = new RegExp(source);
        const token = [...document.querySelectorAll('.monaco-editor .view-line')]
          .find((element) => pattern.test(element.textContent ?? ''))
          ?.querySelector('span')
          ?.querySelectorAll('span');
        const span = [...(token ?? [])].find((element) => element.textContent?.includes(word));
        const own = span && getComputedStyle(span).color;
        const plain = span && getComputedStyle(span.closest('.view-lines') as Element).color;
        return own !== plain && own;
      },
      [inOrder(line).source, word] as const,
    );
    return String(await colour.jsonValue());
  }

  /** Moves the mouse over a word and waits for what appears. */
  async hover(word: Locator): Promise<string> {
    await word.hover();
    const hover = this.page.locator('.monaco-hover:not(.hidden) .hover-contents:not(.html-hover-contents)');
    await hover.first().waitFor();
    await hover.filter({ hasText: 'Loading...' }).waitFor({ state: 'hidden' });
    return (await hover.allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
  }

  /** Takes the mouse away, and with it what it made appear. */
  async leave(): Promise<void> {
    await this.page.mouse.move(640, 5);
    await this.page
      .locator('.monaco-hover:not(.hidden) .hover-contents')
      .first()
      .waitFor({ state: 'hidden' });
  }

  /** @returns the texts of the Problems panel. */
  async problems(): Promise<string[]> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.page.keyboard.press('ControlOrMeta+Shift+M');
    await panel.locator('.monaco-list-row').first().waitFor();
    return panel.locator('.monaco-list-row').allInnerTexts();
  }

  /** @returns the labels of the completions that are offered at the caret. */
  async completions(): Promise<string[]> {
    await this.page.keyboard.press('Control+Space');
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.first().waitFor();
    return rows.locator('.label-name').allInnerTexts();
  }
}

/** The words of a text, whatever is between them. */
function inOrder(text: string): RegExp {
  const words = text.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(words.join('.*'));
}
