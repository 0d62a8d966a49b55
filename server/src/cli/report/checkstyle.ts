import type { FileReport, Problem } from './file-report.ts';
import type { Reporter } from './reporter.ts';
import { xmlAttributes } from './xml.ts';

/** The XML of Checkstyle, which many CI services and review bots read. */
export class CheckstyleReporter implements Reporter {
  #started = false;

  file({ path, diagnostics }: FileReport): string {
    const errors = diagnostics.map(({ range: { start }, severity, message, rule }) => {
      const line = start.line + 1;
      const column = start.character + 1;
      const source = `modconf.${rule}`;
      return `<error${xmlAttributes({ line, column, severity, message, source })}/>`;
    });
    return this.#element(path, errors);
  }

  problem({ path, message }: Problem): string {
    const attributes = xmlAttributes({ line: 1, severity: 'error', message, source: 'modconf.unreadable' });
    return this.#element(path, [`<error${attributes}/>`]);
  }

  end(): string {
    return `${this.#start()}</checkstyle>\n`;
  }

  #element(path: string, errors: readonly string[]): string {
    const lines = errors.map((error) => `    ${error}\n`).join('');
    return `${this.#start()}  <file${xmlAttributes({ name: path })}>\n${lines}  </file>\n`;
  }

  #start(): string {
    if (this.#started) return '';
    this.#started = true;
    return '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n';
  }
}
