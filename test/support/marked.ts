/** A text with a caret in it, as tests write it: `alias <|>eth0 eepro100`. */
export interface Marked {
  readonly text: string;
  /** Where the caret stands, in UTF-16 code units of the text without it. */
  readonly offset: number;
}

const caret = '<|>';

/** Takes the caret out of a text; there must be one. */
export function takeCaret(marked: string): Marked {
  const offset = marked.indexOf(caret);
  if (offset === -1 || marked.indexOf(caret, offset + 1) !== -1)
    throw new Error(`one ${caret} in: ${marked}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + caret.length), offset };
}
