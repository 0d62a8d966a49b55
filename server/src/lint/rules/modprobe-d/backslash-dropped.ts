import { backslashDroppedIn } from '../kmod/backslash-dropped.ts';
import { modprobeDialect } from './dialect.ts';

export const backslashDropped = backslashDroppedIn(modprobeDialect, {
  isForShell: ({ tree }) =>
    tree.kind === 'command' &&
    'directive' in tree &&
    (tree.directive === 'install' || tree.directive === 'remove'),
  halves: ['options snd_hda_intel index=1', 'model=generic'],
});
