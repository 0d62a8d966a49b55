import { commentContinuationIn } from '../kmod/comment-continuation.ts';
import { depmodDialect } from './dialect.ts';

export const commentContinuation = commentContinuationIn(depmodDialect);
