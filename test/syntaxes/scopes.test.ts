import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isLanguageId, languageIds } from '../../server/src/syntax/language.ts';
import { grammarOf, type TokenizedLine, tokenize } from './grammars.ts';

/*
 * A fixture is called as its language. `>` begins a line of it; behind the lines of carets under it stand scopes, each of
 * which (further words of it set aside) is where its carets are, and nowhere else in the line. A `-` stands for no scope.
 */
const directory = fileURLToPath(new URL('fixtures/', import.meta.url));

interface MarkedLine {
  readonly text: string;
  readonly number: number;
  /** Columns by scope. */
  readonly marks: Map<string, Set<number>>;
}

function readFixture(path: string): MarkedLine[] {
  const lines: MarkedLine[] = [];
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (line.startsWith('>')) {
      lines.push({ text: line.slice(1), number: index + 1, marks: new Map() });
      continue;
    }
    const mark = /^ (\s*)(\^+) (\S.*)$/.exec(line);
    if (mark === null) {
      assert.ok(
        line === '' || line.startsWith('='),
        `${path}:${index + 1} is neither line, mark nor heading`,
      );
      continue;
    }
    const [, indent, carets, scopes] = mark;
    for (const scope of scopes!.split(' ')) {
      const columns = lines.at(-1)!.marks.get(scope) ?? new Set();
      for (let at = 0; at < carets!.length; at++) columns.add(indent!.length + at);
      lines.at(-1)!.marks.set(scope, columns);
    }
  }
  return lines;
}

/** @returns the columns where a scope is; those without any for `-`. */
function columnsOf(scope: string, { text, tokens }: TokenizedLine): Set<number> {
  const columns = new Set<number>();
  for (const { startIndex, endIndex, scopes } of tokens) {
    const has =
      scope === '-'
        ? scopes.length === 1
        : scopes.some((one) => one === scope || one.startsWith(`${scope}.`));
    for (let at = startIndex; has && at < endIndex && at < text.length; at++) columns.add(at);
  }
  return columns;
}

const show = (columns: ReadonlySet<number>, text: string) =>
  Array.from(text, (_, at) => (columns.has(at) ? '^' : ' ')).join('');

describe('the grammars', () => {
  const files = readdirSync(directory);

  it('have a fixture each', () => {
    assert.deepEqual(files.map((file) => basename(file, '.scopes')).sort(), [...languageIds].sort());
  });

  for (const file of files) {
    it(`give the scopes that are marked in ${file}`, async () => {
      const language = basename(file, '.scopes');
      assert.ok(isLanguageId(language));
      const marked = readFixture(directory + file);
      assert.ok(marked.some(({ marks }) => marks.size > 0));
      const tokenized = tokenize(
        await grammarOf(language),
        marked.map(({ text }) => text),
      );
      const wrong: string[] = [];
      for (const [index, { text, number, marks }] of marked.entries()) {
        for (const [scope, columns] of marks) {
          const expected = show(columns, text);
          const found = show(columnsOf(scope, tokenized[index]!), text);
          if (found !== expected)
            wrong.push(`${file}:${number} ${scope}\n  ${text}\n  ${expected} expected\n  ${found} found`);
        }
      }
      assert.ok(wrong.length === 0, `\n${wrong.join('\n')}`);
    });
  }
});
