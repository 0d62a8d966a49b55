import { unknownWord } from '../kmod/unknown-word.ts';
import { depmodDialect } from './dialect.ts';
import { conf, depmodDRule } from './support.ts';

export const unknownDirective = depmodDRule({
  id: 'unknown-directive',
  severity: 'error',
  fix: 'unsafe',
  needs: [],
  docs: {
    summary: 'A line that begins with a word that is no directive of depmod.d.',
    why: 'depmod answers `ignoring bad line starting with …` and reads on with exit status 0. The line has no effect.',
    basis: 'depmod.d(5) lists the directives; depmod ignores lines with any other first word.',
    bad: conf('serch updates built-in'),
    good: conf('search updates built-in'),
  },
  lines: ['fault'],
  checkLine(line, report) {
    const finding = unknownWord(line, depmodDialect, { known: () => undefined, otherwise: () => undefined });
    if (finding !== undefined) report(finding);
  },
});
