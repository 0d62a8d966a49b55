import type { Rule } from '../../rule.ts';
import { depCycle } from './dep-cycle.ts';
import { depDuplicateName } from './dep-duplicate-name.ts';
import { depDuplicateTarget } from './dep-duplicate-target.ts';
import { depMalformed } from './dep-malformed.ts';
import { depMissingFile } from './dep-missing-file.ts';
import { depMixedGeneration } from './dep-mixed-generation.ts';
import { depNotTransitive } from './dep-not-transitive.ts';
import { depOrder } from './dep-order.ts';
import { depPathEscape } from './dep-path-escape.ts';
import { depSelf } from './dep-self.ts';
import { depStale } from './dep-stale.ts';
import { depTextBinDisagree } from './dep-text-bin-disagree.ts';
import { depUnknown } from './dep-unknown.ts';
import { depUnlistedFile } from './dep-unlisted-file.ts';
import { generatedFileEdit } from './generated-file-edit.ts';
import { vermagicMismatch } from './vermagic-mismatch.ts';

/** The rules of modules.dep, in the order of the catalogue. */
export const modulesDepRules: readonly Rule[] = [
  depMalformed,
  depMixedGeneration,
  depDuplicateTarget,
  depDuplicateName,
  depUnknown,
  depSelf,
  depCycle,
  depNotTransitive,
  depOrder,
  depMissingFile,
  depUnlistedFile,
  depStale,
  depTextBinDisagree,
  depPathEscape,
  vermagicMismatch,
  generatedFileEdit,
];
