import { indentedCommentIn } from '../kmod/indented-comment.ts';
import { modprobeDialect } from './dialect.ts';

export const indentedComment = indentedCommentIn(modprobeDialect);
