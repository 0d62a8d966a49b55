import type { Rule } from '../../rule.ts';
import { backslashDropped } from './backslash-dropped.ts';
import { bomOrOddSpace } from './bom-or-odd-space.ts';
import { commentContinuation } from './comment-continuation.ts';
import { crlfLineEnding } from './crlf-line-ending.ts';
import { deprecatedDirective } from './deprecated-directive.ts';
import { directiveCase } from './directive-case.ts';
import { fileNotRead } from './file-not-read.ts';
import { indentedComment } from './indented-comment.ts';
import { inlineComment } from './inline-comment.ts';
import { missingArgument } from './missing-argument.ts';
import { missingFinalNewline } from './missing-final-newline.ts';
import { nulByte } from './nul-byte.ts';
import { shadowedFile } from './shadowed-file.ts';
import { unknownDirective } from './unknown-directive.ts';
import { worldWritableConfig } from './world-writable-config.ts';

/** The rules of depmod.d. Its lines are read as those of modprobe.d are. */
export const depmodDRules: readonly Rule[] = [
  unknownDirective,
  directiveCase,
  missingArgument,
  inlineComment,
  indentedComment,
  commentContinuation,
  backslashDropped,
  crlfLineEnding,
  bomOrOddSpace,
  missingFinalNewline,
  deprecatedDirective,
  fileNotRead,
  shadowedFile,
  worldWritableConfig,
  nulByte,
];
