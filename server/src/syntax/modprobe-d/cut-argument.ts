import type { LogicalLine } from '../../text/logical-line.ts';
import { isSpace, skipSpace } from '../characters.ts';
import { LineWord } from '../line-word.ts';
import { scanParameter } from './scan-parameter.ts';
import { Parameter, type SoftdepLine, type SoftdepSection } from './tree.ts';

type Segments = LogicalLine['segments'];

/** @returns the words behind `offset`, cut at blanks and tabs. */
export function cutWords(text: string, offset: number, segments: Segments): LineWord[] {
  const words: LineWord[] = [];
  for (let at = offset; at < text.length; ) {
    const start = at;
    while (at < text.length && !isBlank(text.charCodeAt(at))) at++;
    if (at > start) words.push(new LineWord(text.slice(start, at), start, segments));
    else at++;
  }
  return words;
}

/** @returns the parameters of an options line behind `offset`, cut as the kernel cuts them. */
export function cutParameters(text: string, offset: number, segments: Segments): Parameter[] {
  const parameters: Parameter[] = [];
  for (let at = skipSpace(text, offset); at < text.length; ) {
    const end = scanParameter(text, at);
    parameters.push(new Parameter(text.slice(at, end), at, segments));
    at = skipSpace(text, end);
  }
  return parameters;
}

/**
 * Cuts a list of modules at any white space, as kmod does.
 *
 * kmod leaves white space in the first word that stands alone before it: after `softdep M  pre: x` (two blanks) ` pre:` is no
 * marker.
 *
 * @param offset behind the one blank or tab that ends the name
 */
export function cutModules(text: string, offset: number, segments: Segments): LineWord[] {
  const modules: LineWord[] = [];
  let at = skipSpace(text, offset);
  if (at === offset + 1 && at < text.length) at = offset;
  while (at < text.length) {
    const start = at++;
    while (at < text.length && !isSpace(text.charCodeAt(at))) at++;
    modules.push(new LineWord(text.slice(start, at), start, segments));
    at = skipSpace(text, at);
  }
  return modules;
}

/** @returns the sides of a softdep line, and what stands before them. */
export function cutSoftdep(
  text: string,
  offset: number,
  segments: Segments,
): Pick<SoftdepLine, 'ignored' | 'sections'> {
  const ignored: LineWord[] = [];
  const sections: SoftdepSection[] = [];
  let modules = ignored;
  for (const word of cutModules(text, offset, segments)) {
    const when = word.text === 'pre:' ? 'pre' : word.text === 'post:' ? 'post' : undefined;
    if (when === undefined) {
      modules.push(word);
    } else {
      modules = [];
      sections.push({ when, marker: word, modules });
    }
  }
  return { ignored, sections };
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
