import { commentContinuationIn } from '../kmod/comment-continuation.ts';
import { modprobeDialect } from './dialect.ts';

export const commentContinuation = commentContinuationIn(modprobeDialect);
