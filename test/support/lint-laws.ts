import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Diagnostic } from '../../server/src/lint/diagnostic.ts';
import { applyFixes, fixInRounds } from '../../server/src/lint/fixes.ts';
import { lint } from '../../server/src/lint/registry.ts';
import type { LanguageId } from '../../server/src/syntax/language.ts';
import { parseDocument } from '../../server/src/workspace/languages.ts';

/** What lines begin with and go on with. */
export interface Pieces {
  readonly starts: readonly string[];
  readonly words: readonly string[];
}

/** @returns texts that are put together from pieces, and some of anything. */
export function textsOf({ starts, words }: Pieces): fc.Arbitrary<string> {
  const word = fc
    .tuple(fc.constantFrom(...words), fc.constantFrom(' ', ' ', ' ', ' ', '', '='))
    .map((parts) => parts.join(''));
  const line = fc.tuple(
    fc.constantFrom(...starts),
    fc.array(word, { maxLength: 5 }),
    fc.constantFrom('\n', '\n', '\n', '\n', '\r\n', ''),
  );
  const lines = fc
    .array(
      line.map((parts) => parts.flat().join('')),
      { maxLength: 12 },
    )
    .map((all) => all.join(''));
  return fc.oneof({ weight: 9, arbitrary: lines }, fc.string({ unit: 'binary' }));
}

interface Subject {
  readonly language: LanguageId;
  readonly texts: fc.Arbitrary<string>;
  /** @returns what all rules say about a text. */
  check(text: string): readonly Diagnostic[];
}

const count = (diagnostics: readonly Diagnostic[], { rule, message }: Diagnostic) =>
  diagnostics.filter((other) => other.rule === rule && other.message === message).length;

/** What holds for the rules of every language, whatever the text. */
export function describeRuleLaws({ language, texts, check }: Subject): void {
  describe(`the rules of ${language}, with any text`, () => {
    it('do not break, and point into the text', () => {
      fc.assert(
        fc.property(texts, (text) => {
          const lines = text.split('\n');
          for (const { rule, range, message } of check(text)) {
            assert.notEqual(rule, 'internal-error', message);
            assert.ok(range.end.line < lines.length && range.end.character <= lines[range.end.line]!.length);
            const forwards = range.end.line - range.start.line || range.end.character - range.start.character;
            assert.ok(forwards >= 0);
          }
        }),
        { numRuns: 500 },
      );
    });

    it('say of an edited document what they say of its text', () => {
      const place = fc.tuple(fc.nat(200), fc.nat(20), texts);
      fc.assert(
        fc.property(texts, fc.array(place, { maxLength: 4 }), (text, edits) => {
          let document = parseDocument(text, language);
          for (const [start, length, newText] of edits) {
            lint({ path: 'f', language, document });
            const span = {
              start: Math.min(start, document.length),
              end: Math.min(start + length, document.length),
            };
            document = document.edit({ span, newText });
          }
          const fresh = parseDocument(document.text, language);
          assert.deepEqual(
            lint({ path: 'f', language, document }),
            lint({ path: 'f', language, document: fresh }),
          );
        }),
        { numRuns: 200 },
      );
    });

    it('have fixes that take their finding away', () => {
      fc.assert(
        fc.property(texts, (text) => {
          const found = check(text);
          for (const diagnostic of found) {
            if (diagnostic.fix === undefined) continue;
            const { text: fixed } = applyFixes(text, [diagnostic], { unsafe: true });
            const left = check(fixed);
            assert.ok(
              count(left, diagnostic) < count(found, diagnostic),
              `${diagnostic.rule}: ${diagnostic.message}`,
            );
          }
        }),
        { numRuns: 300 },
      );
    });

    it('have safe fixes that come to an end', () => {
      fc.assert(
        fc.property(texts, (text) => {
          const { text: fixed } = fixInRounds(text, check);
          assert.deepEqual(
            check(fixed).filter(({ fix }) => fix?.safety === 'safe'),
            [],
          );
        }),
        { numRuns: 300 },
      );
    });
  });
}
