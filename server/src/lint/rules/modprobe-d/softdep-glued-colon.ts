import { code } from '../../message.ts';
import { findGlued, type GluedMarker } from './softdep-markers.ts';
import { conf, inDirectives, modprobeDRule } from './support.ts';

export const softdepGluedColon = modprobeDRule({
  id: 'softdep-glued-colon',
  severity: 'error',
  fix: 'safe',
  needs: [],
  docs: {
    summary: 'A `pre:` or `post:` of a `softdep` that modprobe does not read as one: `pre:x`, `pre : x`.',
    why: [
      'The markers must be words of their own. modprobe takes `pre:x` for a module of that name, or ignores it, without a message: the softdep is empty, or has a module that does not exist.',
      'A marker right behind exactly two blanks is not read either: kmod leaves one of them in the word.',
    ].join('\n'),
    basis: 'kmod compares whole words with `pre:` and `post:`; recorded from kmod 30 and 34.',
    bad: conf('softdep snd_hda_intel pre:snd_hda_codec_hdmi'),
    good: conf('softdep snd_hda_intel pre: snd_hda_codec_hdmi'),
  },
  ...inDirectives(['softdep'], ({ ignored, sections }, report) => {
    for (const words of [ignored, ...sections.map(({ modules }) => modules)]) {
      for (const glued of findGlued(words)) {
        const { span, meant } = glued;
        report({
          span,
          message: describe(glued),
          fix: { title: `Write "${meant}"`, safety: 'safe', edits: [{ span, newText: meant }] },
        });
      }
    }
  }),
});

function describe({ when, meant, slip }: GluedMarker): string {
  switch (slip) {
    case 'word-behind':
      return `modprobe reads \`${when}:\` only as a word of its own; write ${code(meant)}`;
    case 'blank-before-colon':
      return `modprobe does not read \`${when} :\` as \`${when}:\`; write ${code(meant)}`;
    case 'blanks-before':
      return `modprobe does not read this \`${when}:\`, because two blanks stand before it; write one`;
  }
}
