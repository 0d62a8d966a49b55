import { baseName } from '../../../files/paths.ts';
import { absolutePath, installedModules } from './installed-modules.ts';
import { dep26, entriesOf, modulesDepRule } from './support.ts';

/** How many files the message names. */
const named = 3;

export const depUnlistedFile = modulesDepRule({
  id: 'dep-unlisted-file',
  severity: 'warning',
  fix: 'none',
  needs: ['files'],
  docs: {
    summary: 'Module files in the tree that modules.dep does not list.',
    why: 'modprobe finds modules only through modules.dep. What was installed after depmod ran cannot be loaded by name, and no device finds it.',
    basis: 'depmod(8): it lists every module file below /lib/modules/VERSION.',
    bad: dep26(['kernel/fs/fat.ko:'], ['kernel/fs/fat.ko', 'extra/new.ko']),
    good: dep26(['kernel/fs/fat.ko:', 'extra/new.ko:'], ['kernel/fs/fat.ko', 'extra/new.ko']),
  },
  checkDocument(context, report) {
    const entries = entriesOf(context.document);
    const listed = new Set(entries.map(({ tree }) => absolutePath(tree.target.text, context)));
    const unlisted = [...installedModules(context)].filter((path) => !listed.has(path)).sort();
    if (unlisted.length === 0) return;
    const names = unlisted.slice(0, named).map((path) => `\`${baseName(path)}\``);
    const more = unlisted.length > named ? ` and ${unlisted.length - named} more` : '';
    report({
      line: 0,
      span: { start: 0, end: 0 },
      message: `modprobe does not find ${names.join(', ')}${more}, because this file does not list ${unlisted.length === 1 ? 'it' : 'them'}; run \`depmod -a\``,
    });
  },
});
