import type { Rule } from '../../rule.ts';
import { aliasChain } from './alias-chain.ts';
import { aliasOff } from './alias-off.ts';
import { aliasShadowsModule } from './alias-shadows-module.ts';
import { aliasTooBroad } from './alias-too-broad.ts';
import { aliasUnknownTarget } from './alias-unknown-target.ts';
import { backslashDropped } from './backslash-dropped.ts';
import { blacklistNotABlock } from './blacklist-not-a-block.ts';
import { blacklistPulledByDependency } from './blacklist-pulled-by-dependency.ts';
import { blockHelperStyle } from './block-helper-style.ts';
import { blockLeavesDependencies } from './block-leaves-dependencies.ts';
import { bomOrOddSpace } from './bom-or-odd-space.ts';
import { commentContinuation } from './comment-continuation.ts';
import { crlfLineEnding } from './crlf-line-ending.ts';
import { deprecatedDirective } from './deprecated-directive.ts';
import { directiveCase } from './directive-case.ts';
import { duplicateCommandFirstWins } from './duplicate-command-first-wins.ts';
import { duplicateSoftdep } from './duplicate-softdep.ts';
import { extraArgumentsIgnored } from './extra-arguments-ignored.ts';
import { fileNotRead } from './file-not-read.ts';
import { globNotSupportedHere } from './glob-not-supported-here.ts';
import { indentedComment } from './indented-comment.ts';
import { inlineComment } from './inline-comment.ts';
import { installDropsOptions } from './install-drops-options.ts';
import { installRecursion } from './install-recursion.ts';
import { installRunsShell } from './install-runs-shell.ts';
import { missingArgument } from './missing-argument.ts';
import { missingBlockPair } from './missing-block-pair.ts';
import { missingFinalNewline } from './missing-final-newline.ts';
import { mixedDashUnderscore } from './mixed-dash-underscore.ts';
import { moduleNameCase } from './module-name-case.ts';
import { moduleNameSuffixOrPath } from './module-name-suffix-or-path.ts';
import { nulByte } from './nul-byte.ts';
import { obsoleteModprobeConf } from './obsolete-modprobe-conf.ts';
import { optionsBuiltinModule } from './options-builtin-module.ts';
import { optionsDuplicateParam } from './options-duplicate-param.ts';
import { optionsSpacesAroundEquals } from './options-spaces-around-equals.ts';
import { optionsUnbalancedQuote } from './options-unbalanced-quote.ts';
import { optionsUnknownParameter } from './options-unknown-parameter.ts';
import { optionsValueType } from './options-value-type.ts';
import { shadowedFile } from './shadowed-file.ts';
import { shellCommandAsDirective } from './shell-command-as-directive.ts';
import { softdepCycle } from './softdep-cycle.ts';
import { softdepGluedColon } from './softdep-glued-colon.ts';
import { softdepMissingSection } from './softdep-missing-section.ts';
import { softdepOverridesInstall } from './softdep-overrides-install.ts';
import { softdepShadowedByKernel } from './softdep-shadowed-by-kernel.ts';
import { unknownDirective } from './unknown-directive.ts';
import { unknownModule } from './unknown-module.ts';
import { unmatchedBracket } from './unmatched-bracket.ts';
import { weakdepNeedsKmod33 } from './weakdep-needs-kmod-33.ts';
import { worldWritableConfig } from './world-writable-config.ts';

/** The rules of modprobe.d, in the order of the catalogue. */
export const modprobeDRules: readonly Rule[] = [
  unknownDirective,
  directiveCase,
  missingArgument,
  extraArgumentsIgnored,
  shellCommandAsDirective,
  inlineComment,
  indentedComment,
  commentContinuation,
  backslashDropped,
  crlfLineEnding,
  bomOrOddSpace,
  missingFinalNewline,
  unmatchedBracket,
  deprecatedDirective,
  weakdepNeedsKmod33,
  softdepMissingSection,
  softdepGluedColon,
  duplicateSoftdep,
  softdepShadowedByKernel,
  softdepOverridesInstall,
  softdepCycle,
  blacklistNotABlock,
  blacklistPulledByDependency,
  duplicateCommandFirstWins,
  installRecursion,
  installRunsShell,
  installDropsOptions,
  blockHelperStyle,
  blockLeavesDependencies,
  optionsSpacesAroundEquals,
  optionsUnbalancedQuote,
  optionsDuplicateParam,
  optionsUnknownParameter,
  optionsValueType,
  optionsBuiltinModule,
  globNotSupportedHere,
  moduleNameSuffixOrPath,
  moduleNameCase,
  unknownModule,
  mixedDashUnderscore,
  aliasOff,
  aliasChain,
  aliasUnknownTarget,
  aliasShadowsModule,
  aliasTooBroad,
  fileNotRead,
  shadowedFile,
  obsoleteModprobeConf,
  worldWritableConfig,
  missingBlockPair,
  nulByte,
];
