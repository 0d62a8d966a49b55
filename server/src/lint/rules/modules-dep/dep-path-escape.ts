import type { EntryLine, Word } from '../../../syntax/modules-dep/tree.ts';
import { dep26, modulesDepRule } from './support.ts';

export const depPathEscape = modulesDepRule({
  id: 'dep-path-escape',
  severity: 'error',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'A path with `..`, or one that leads out of the module tree.',
    why: [
      'depmod writes paths below /lib/modules/VERSION, and no `..`. A path that leads elsewhere makes modprobe, which runs as root, load a file that nobody installed as a module.',
      'Modules that depmod.d names as `external` have such paths on purpose; so have those of a `path` of modules.conf in kernel 2.4, where only `..` is reported.',
    ].join('\n'),
    basis:
      'modules.dep(5): file names are relative to the directory of modules.dep; depmod.d(5), `external`.',
    bad: dep26(['../../../tmp/evil.ko:']),
    good: dep26(['extra/good.ko:']),
  },
  checkLine({ tree }, report) {
    if (tree.kind !== 'entry') return;
    for (const word of [tree.target, ...tree.dependencies]) {
      const where = whereTo(word, tree);
      if (where === undefined) continue;
      const message = `modprobe would load a file ${where}; run depmod again, or remove it`;
      report({ span: word.span, message });
    }
  },
});

/** @returns where a path leads that leaves the module tree. */
export function whereTo({ text }: Word, { generation }: EntryLine): string | undefined {
  if (text === '..' || text.startsWith('../') || text.includes('/../'))
    return 'outside of the module tree (`..`)';
  const isElsewhere = text.startsWith('/') && !/^(?:\/usr)?\/lib\/modules\//.test(text);
  return generation === '2.6' && isElsewhere ? 'outside of /lib/modules' : undefined;
}
