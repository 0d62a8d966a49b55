/** Variables by name; one that is there without a value has a value that nobody knows. */
export type Variables = ReadonlyMap<string, string | undefined>;

/** What a shell's echo prints, or why nobody can know. */
export type Echoed = { readonly text: string } | { readonly reason: string };

/**
 * What `/bin/echo "TEXT"` prints in a shell, where every `"` and `\` of TEXT is escaped: variables are replaced, all
 * else stays as it is. Nothing is run: where the shell would run something, or do more than look a variable up, the
 * result is a reason.
 *
 * @param onUndefined told the name of each variable that is not there and therefore empty
 */
export function echoed(text: string, variables: Variables, onUndefined: (name: string) => void): Echoed {
  let out = '';
  for (let at = 0; at < text.length; ) {
    const character = text[at]!;
    if (character === '`') return { reason: 'needs a shell to run a command' };
    if (character !== '$') {
      out += character;
      at++;
      continue;
    }
    const parameter = readParameter(text, at);
    if ('reason' in parameter) return parameter;
    if (parameter.name === undefined) {
      out += parameter.text;
    } else {
      const { name } = parameter;
      if (!variables.has(name)) onUndefined(name);
      else if (variables.get(name) === undefined) return { reason: `the value of ${name} is unknown` };
      out += variables.get(name) ?? '';
    }
    at = parameter.end;
  }
  return { text: out };
}

type Parameter =
  | { readonly name: string; readonly end: number }
  /** What a shell without arguments puts there, or a `$` that begins nothing. */
  | { readonly name: undefined; readonly text: string; readonly end: number }
  | { readonly reason: string };

/** What the parameters are that belong to the shell itself, in one that was started without arguments. */
const specialParameters: Readonly<Record<string, string>> = { '*': '', '@': '', '!': '', '?': '0' };

function readParameter(text: string, dollar: number): Parameter {
  const next = text[dollar + 1] ?? '';
  if (next === '(') return { reason: 'needs a shell to run a command' };
  if (next === '$' || next === '-' || next === '0') return { reason: `$${next} is known to the shell alone` };
  const special = specialParameters[next] ?? (next >= '1' && next <= '9' ? '' : undefined);
  if (special !== undefined) return { name: undefined, text: special, end: dollar + 2 };
  const braced = next === '{';
  const start = dollar + (braced ? 2 : 1);
  const end = nameEnd(text, start);
  if (!braced)
    return end === start ? { name: undefined, text: '$', end: start } : { name: text.slice(start, end), end };
  if (end === start || text[end] !== '}') return { reason: 'needs a shell to work out ${…}' };
  return { name: text.slice(start, end), end: end + 1 };
}

/** @returns the offset behind the variable's name that begins at `start`; `start` if none does. */
function nameEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && isNameCharacter(text.charCodeAt(at), at > start)) at++;
  return at;
}

function isNameCharacter(code: number, digits: boolean): boolean {
  const letter = code | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || code === 0x5f || (digits && code >= 0x30 && code <= 0x39);
}
