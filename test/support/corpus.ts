import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Real files with the recorded answers of the real loaders, beside the project; not part of it. */
export const corpusDirectory = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));

export const hasCorpus = existsSync(corpusDirectory);

/**
 * `describe` for tests that read the corpus. Where it is missing they are left out with a word; in CI that is a failure.
 */
export function describeCorpus(title: string, body: () => void): void {
  if (hasCorpus) describe(title, body);
  else if (process.env.CI) {
    describe(title, () => {
      it('finds the corpus', () => {
        throw new Error(`${corpusDirectory} is missing`);
      });
    });
  } else {
    describe(title, () => {
      it.skip(`needs the corpus of recorded answers at ${corpusDirectory}`);
    });
  }
}
