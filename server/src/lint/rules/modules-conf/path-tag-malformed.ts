import type { Word } from '../../../syntax/modules-conf/tree.ts';
import { conf, inDirectives, modulesConfRule } from './support.ts';

export const pathTagMalformed = modulesConfRule({
  id: 'path-tag-malformed',
  severity: 'warning',
  fix: 'safe',
  needs: [],
  docs: {
    summary: 'A `path` whose tag is not written `[TAG]`: `path[x`, `path[x]y`, `pathological=`.',
    why: [
      'modutils takes every name that begins with `path` for a `path` line, and gives it the tag `misc` without a message when the tag is malformed.',
      'The fix writes what modutils reads. The tag matters for `modprobe -t TAG` and `modprobe -l -t TAG`.',
    ].join('\n'),
    basis: 'modules.conf(5), `path[TAG]=PATH`; modutils 2.4 falls back to `misc`.',
    bad: conf('keep', 'path[net=/usr/local/lib/modules'),
    good: conf('keep', 'path[net]=/usr/local/lib/modules'),
  },
  checkLine: inDirectives(['path'], ({ name }, _, report) => {
    if (isWellFormed(name)) return;
    report({
      span: name.span,
      message: `modutils reads \`${name.text}=\` as \`path[misc]=\`${meant(name)}`,
      fix: {
        title: 'Write "path[misc]"',
        safety: 'safe',
        edits: [{ span: name.span, newText: 'path[misc]' }],
      },
    });
  }),
});

function isWellFormed({ text }: Word): boolean {
  return text === 'path' || (text.startsWith('path[') && text.indexOf(']') === text.length - 1);
}

/** The tag that the first bracket opens, if anything follows it. */
function meant({ text }: Word): string {
  const open = text.indexOf('[');
  const tag = open === -1 ? '' : text.slice(open + 1).split(']', 1)[0]!;
  return tag === '' ? '; write it so' : `, not as \`path[${tag}]=\`; write which one is meant`;
}
