import { code } from '../../message.ts';
import type { LineFinding } from '../../rule.ts';
import { findGlued } from './softdep-markers.ts';
import { conf, inDirectives, modprobeDRule } from './support.ts';

export const softdepMissingSection = modprobeDRule({
  id: 'softdep-missing-section',
  severity: 'error',
  fix: 'unsafe',
  needs: [],
  docs: {
    summary: 'Modules of a `softdep` without `pre:` or `post:` before them.',
    why: 'modprobe ignores the words before the first `pre:` or `post:`, without a message. Without either the softdep is empty, and an empty one still hides later softdeps of the module.',
    basis: 'modprobe.d(5), `softdep`; kmod skips words until it meets a marker.',
    bad: conf('softdep snd_hda_intel snd_hda_codec_hdmi'),
    good: conf('softdep snd_hda_intel pre: snd_hda_codec_hdmi'),
  },
  ...inDirectives(['softdep'], ({ ignored, sections }, report) => {
    // A marker that is not read as one is another rule's.
    if (findGlued(ignored).length > 0) return;
    // What looks like a comment is, too.
    const end = ignored.findIndex(({ text }) => text.includes('#'));
    const words = end === -1 ? ignored : ignored.slice(0, end);
    const [first] = words;
    if (first === undefined) return;
    const span = { start: first.span.start, end: words.at(-1)!.span.end };
    const isEmpty = sections.length === 0;
    const message = isEmpty
      ? `modprobe ignores ${code(first.text.trim())}${words.length > 1 ? ' and the words behind it' : ''}, because neither \`pre:\` nor \`post:\` stands before it; write which one is meant`
      : `modprobe ignores what stands before \`${sections[0]!.marker.text}\`; write \`pre:\` or \`post:\` before it`;
    const bare = /^(pre|post)$/.exec(first.text)?.[1];
    const [title, edit]: [string, { span: LineFinding['span']; newText: string }] =
      bare === undefined
        ? ['Write "pre:" before it', { span: { start: span.start, end: span.start }, newText: 'pre: ' }]
        : [`Write "${bare}:"`, { span: first.span, newText: `${bare}:` }];
    report({ span, message, fix: { title, safety: 'unsafe', edits: [edit] } });
  }),
});
