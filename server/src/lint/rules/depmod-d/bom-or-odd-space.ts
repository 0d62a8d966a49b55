import { bomOrOddSpaceIn } from '../kmod/bom-or-odd-space.ts';
import { depmodDialect } from './dialect.ts';

export const bomOrOddSpace = bomOrOddSpaceIn(depmodDialect);
