import { indentedCommentIn } from '../kmod/indented-comment.ts';
import { depmodDialect } from './dialect.ts';

export const indentedComment = indentedCommentIn(depmodDialect);
