import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from 'vscode-languageserver';
import {
  colouredByGrammars,
  tokenModifiers,
  semanticTokens as tokensOf,
  tokenTypes,
} from '../features/semantic-tokens.ts';
import type { Snapshot } from '../features/snapshot.ts';
import type { Capability } from './capability.ts';

/** Numbers in a token. */
const tokenLength = 5;

/** Colours by meaning. */
export const semanticTokens: Capability = {
  announce: ({ textDocument }) => {
    if (textDocument?.semanticTokens === undefined) return {};
    return {
      semanticTokensProvider: {
        legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
        full: { delta: true },
        range: true,
      },
    };
  },
  serve(connection, session) {
    const { semanticTokens: requests } = connection.languages;
    /** The last full answer for each document. */
    const sent = new Map<string, Required<SemanticTokens>>();
    let count = 0;
    const remember = (uri: string, data: number[]): Required<SemanticTokens> => {
      for (const other of sent.keys()) if (session.documents.get(other) === undefined) sent.delete(other);
      const tokens = { resultId: String(++count), data };
      sent.set(uri, tokens);
      return tokens;
    };
    // Who colours by a grammar, too, loses more than he gains where both know.
    const leftOut = () =>
      session.client.textDocument?.semanticTokens?.augmentsSyntaxTokens ? colouredByGrammars : undefined;
    const allOf = (snapshot: Snapshot) => tokensOf(snapshot, undefined, undefined, leftOut());
    const full = session.about((snapshot, { textDocument }: SemanticTokensParams) =>
      remember(textDocument.uri, allOf(snapshot)),
    );
    const delta = session.about((snapshot, { textDocument, previousResultId }: SemanticTokensDeltaParams) => {
      const before = sent.get(textDocument.uri);
      const tokens = remember(textDocument.uri, allOf(snapshot));
      if (before === undefined || before.resultId !== previousResultId) return tokens;
      return { resultId: tokens.resultId, edits: editsBetween(before.data, tokens.data) };
    });
    const inRange = session.about((snapshot, { range }: SemanticTokensRangeParams) => {
      const { document } = snapshot;
      const from = Math.max(0, document.lineIndexOfPhysical(range.start.line));
      const to = document.lineIndexOfPhysical(range.end.line) + 1;
      return { data: tokensOf(snapshot, from, to, leftOut()) };
    });
    requests.on((params, token) => full(params, token) ?? none);
    requests.onDelta((params, token) => delta(params, token) ?? none);
    requests.onRange((params, token) => inRange(params, token) ?? none);
  },
};

const none: SemanticTokens = { data: [] };

/** One edit for what is between the tokens that are the same at the start and those that are the same at the end. */
function editsBetween(before: readonly number[], after: readonly number[]): SemanticTokensDelta['edits'] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  start -= start % tokenLength;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same])
    same++;
  same -= same % tokenLength;
  const deleteCount = before.length - start - same;
  const data = after.slice(start, after.length - same);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
