import type { Rule } from '../../rule.ts';
import { addOnAlias } from './add-on-alias.ts';
import { addPrefix } from './add-prefix.ts';
import { aliasExtraWords } from './alias-extra-words.ts';
import { aliasLoop } from './alias-loop.ts';
import { aliasOverridden } from './alias-overridden.ts';
import { aliasSameAsBuiltin } from './alias-same-as-builtin.ts';
import { aliasUnknownTarget } from './alias-unknown-target.ts';
import { badCondition } from './bad-condition.ts';
import { commandSubstitution } from './command-substitution.ts';
import { conditionalMisread } from './conditional-misread.ts';
import { confModulesDeprecated } from './conf-modules-deprecated.ts';
import { configNewerThanDep } from './config-newer-than-dep.ts';
import { duplicateCommandFirstWins } from './duplicate-command-first-wins.ts';
import { duplicateGeneratedFile } from './duplicate-generated-file.ts';
import { generatedFileEdit } from './generated-file-edit.ts';
import { globNotExpanded } from './glob-not-expanded.ts';
import { hashInValue } from './hash-in-value.ts';
import { ifDepth } from './if-depth.ts';
import { includeDepth } from './include-depth.ts';
import { includeNotFound } from './include-not-found.ts';
import { includeOutsideRoot } from './include-outside-root.ts';
import { installRecursion } from './install-recursion.ts';
import { invalidLine } from './invalid-line.ts';
import { keepWithoutEffect } from './keep-without-effect.ts';
import { lineTooLong } from './line-too-long.ts';
import { missingArgument } from './missing-argument.ts';
import { noModprobeEquivalent } from './no-modprobe-equivalent.ts';
import { nulByte } from './nul-byte.ts';
import { optionsReplaced } from './options-replaced.ts';
import { optionsWordIgnored } from './options-word-ignored.ts';
import { pathNoMatch } from './path-no-match.ts';
import { pathTagMalformed } from './path-tag-malformed.ts';
import { pathWithoutKeep } from './path-without-keep.ts';
import { spaceBeforeEquals } from './space-before-equals.ts';
import { tildeNotExpanded } from './tilde-not-expanded.ts';
import { trailingBackslashEof } from './trailing-backslash-eof.ts';
import { unbalancedIf } from './unbalanced-if.ts';
import { undefinedVariable } from './undefined-variable.ts';
import { unknownDirective } from './unknown-directive.ts';
import { unterminatedQuote } from './unterminated-quote.ts';

/** The rules of modules.conf, in the order of the catalogue. */
export const modulesConfRules: readonly Rule[] = [
  invalidLine,
  unknownDirective,
  missingArgument,
  unterminatedQuote,
  spaceBeforeEquals,
  unbalancedIf,
  ifDepth,
  includeDepth,
  badCondition,
  conditionalMisread,
  pathWithoutKeep,
  keepWithoutEffect,
  pathTagMalformed,
  pathNoMatch,
  tildeNotExpanded,
  globNotExpanded,
  commandSubstitution,
  undefinedVariable,
  aliasLoop,
  aliasOverridden,
  aliasSameAsBuiltin,
  aliasExtraWords,
  aliasUnknownTarget,
  optionsReplaced,
  optionsWordIgnored,
  duplicateGeneratedFile,
  duplicateCommandFirstWins,
  installRecursion,
  addOnAlias,
  addPrefix,
  hashInValue,
  lineTooLong,
  trailingBackslashEof,
  generatedFileEdit,
  confModulesDeprecated,
  includeNotFound,
  includeOutsideRoot,
  configNewerThanDep,
  noModprobeEquivalent,
  nulByte,
];
