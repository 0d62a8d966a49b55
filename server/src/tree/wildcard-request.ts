import { fnmatch } from '../files/fnmatch.ts';
import { isWildcard, wildcardStart } from './alias-pattern.ts';

/** @returns whether a request has a character that patterns use as a wildcard; hardly any has. */
export function hasWildcard(request: string): boolean {
  return wildcardStart(request) < request.length;
}

/**
 * Finds what kmod's search of an index finds for a request that has wildcards itself. The index is a trie. The search goes
 * down along the request's own characters; at every wildcard on its way it tries all patterns below, and then goes on along
 * the same character as an ordinary one: a pattern may be found several times. It stops at a wildcard that does not begin a
 * node of the trie, because it takes those below for tried.
 *
 * @param request normalised
 * @param aliases every alias of the index
 * @returns the aliases found, in the order given, each as often as it is found
 */
export function searchWithWildcards<Alias extends { readonly pattern: string }>(
  request: string,
  aliases: readonly Alias[],
): Alias[] {
  const reach = reachOf(
    request,
    aliases.map(({ pattern }) => pattern),
  );
  return aliases.flatMap((alias) => Array<Alias>(timesFound(alias.pattern, request, reach)).fill(alias));
}

/** @returns the place of the wildcard where the search stops; Infinity if it does not. */
function reachOf(request: string, patterns: readonly string[]): number {
  let below = patterns;
  for (let at = 0; at < request.length && below.length > 0; at++) {
    const along = below.filter((pattern) => pattern[at] === request[at]);
    // A node ends here when a pattern does, or when patterns part; the root is a node of its own.
    if (at > 0 && isWildcard(request.charCodeAt(at)) && along.length > 0 && along.length === below.length)
      return at;
    below = along;
  }
  return Infinity;
}

function timesFound(pattern: string, request: string, reach: number): number {
  let times = 0;
  for (let at = 0; at <= reach; at++) {
    if (at === pattern.length) return at === request.length ? times + 1 : times;
    if (isWildcard(pattern.charCodeAt(at)) && fnmatch(pattern.slice(at), request.slice(at))) times++;
    if (pattern[at] !== request[at]) return times;
  }
  return times;
}
