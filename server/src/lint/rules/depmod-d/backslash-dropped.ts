import { backslashDroppedIn } from '../kmod/backslash-dropped.ts';
import { depmodDialect } from './dialect.ts';

export const backslashDropped = backslashDroppedIn(depmodDialect, {
  isForShell: () => false,
  halves: ['search updates', 'built-in'],
});
