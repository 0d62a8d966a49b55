import { code } from '../../message.ts';
import { nameOrigin, relatedTo } from '../../origins.ts';
import { otherSpellingsIn } from './spellings.ts';
import { conf, modprobeDRule } from './support.ts';

export const mixedDashUnderscore = modprobeDRule({
  id: 'mixed-dash-underscore',
  severity: 'info',
  fix: 'safe',
  needs: ['set'],
  docs: {
    summary: 'A module that is spelt with `-` here and with `_` there.',
    why: 'For modprobe both are the same name. But who searches the files for one spelling overlooks the other, and so do scripts.',
    basis: 'modprobe(8): there is no difference between `_` and `-` in module names.',
    bad: conf('options snd-hda-intel index=1', 'blacklist snd_hda_intel'),
    good: conf('options snd_hda_intel index=1', 'blacklist snd_hda_intel'),
  },
  checkDocument({ document, set }, report) {
    for (const { first, firstOrigin, text, places } of otherSpellingsIn(set, document)) {
      const [place] = places;
      if (place === undefined) continue;
      report({
        ...place,
        message: `${code(text)} is spelt ${code(first)} in ${nameOrigin(firstOrigin, document)}, which is the same for modprobe; use one spelling`,
        fix: {
          title: `Write "${first}"`,
          safety: 'safe',
          edits: places.map(({ line, span }) => ({ line, span, newText: first })),
        },
        ...relatedTo(firstOrigin, 'this is the first'),
      });
    }
  },
});
