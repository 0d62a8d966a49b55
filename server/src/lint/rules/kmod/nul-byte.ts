import type { Rule } from '../../rule.ts';
import { type Dialect, exampleOf, ruleOf } from './dialect.ts';

/** @returns the rule about NUL bytes. */
export function nulByteIn(dialect: Dialect): Rule {
  const { program, sample } = dialect;
  return ruleOf(dialect, {
    id: 'nul-byte',
    severity: 'warning',
    fix: 'none',
    needs: [],
    docs: {
      summary: 'A NUL byte, which ends the line.',
      why: `${program} does not see what is behind it on the line. Most often the file is damaged, or it is UTF-16.`,
      basis: 'kmod handles lines as C strings.',
      bad: exampleOf(dialect, `${sample}\0 and more`),
      good: exampleOf(dialect, sample),
    },
    checkDocument({ document }, report) {
      if (!document.text.includes('\0')) return;
      const message = `${program} does not see what is behind this NUL byte; remove it, or save the file as UTF-8`;
      for (const [line, { raw }] of document.lines.entries()) {
        const at = raw.indexOf('\0');
        if (at !== -1) report({ line, span: { start: at, end: at + 1 }, message });
      }
    },
  });
}
