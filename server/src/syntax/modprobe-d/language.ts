import type { IToken } from 'chevrotain';
import type { LogicalLine } from '../../text/logical-line.ts';
import type { LineLanguage, SourceLine } from '../../text/source-document.ts';
import { LineWord } from '../line-word.ts';
import { isBlank, kmodLines } from './line-reader.ts';
import { normalizeName } from './names.ts';
import { parseLine } from './parser.ts';
import { keywords, markers } from './tokens.ts';
import {
  type CommandLine,
  type CommentLine,
  type DirectiveName,
  type EmptyLine,
  type Fault,
  type ModprobeDTree,
  Parameter,
  type SoftdepLine,
  type SoftdepSection,
} from './tree.ts';

const empty: EmptyLine = { kind: 'empty' };
const comment: CommentLine = { kind: 'comment' };

/** Reads and parses modprobe.d line by line; also modules.softdep and modules.weakdep. */
export const modprobeD: LineLanguage<ModprobeDTree> = {
  readLine(text, offset) {
    const { raw, text: logical, segments, physicalLines, comments } = kmodLines.read(text, offset);
    return { raw, text: logical, segments, physicalLines, comments, tree: treeOf(logical, segments) };
  },
};

export type ModprobeDLine = SourceLine<ModprobeDTree>;

function treeOf(text: string, segments: LogicalLine['segments']): ModprobeDTree {
  if (text.charCodeAt(0) === 0x23) return comment;
  return isBlank(text) ? empty : commandLine(text, segments);
}

/** Built for every line of a file: no intermediate objects. */
function commandLine(text: string, segments: LogicalLine['segments']): CommandLine {
  const parsed = parseLine(text);
  const kind = 'command';
  const command = wordOf(parsed.command, segments);
  const directive = keywords.get(parsed.command.tokenType);
  const name = parsed.name && wordOf(parsed.name, segments);
  switch (directive) {
    case 'options': {
      const argument = argumentOf(text, name, segments);
      const fault = faultOf(directive, name, argument);
      const parameters = parsed.arguments.map(
        ({ image, startOffset }) => new Parameter(image, startOffset, segments),
      );
      return { kind, directive, command, name, fault, argument, parameters };
    }
    case 'install':
    case 'remove': {
      const argument = argumentOf(text, name, segments);
      return { kind, directive, command, name, fault: faultOf(directive, name, argument), argument };
    }
    case 'softdep': {
      const argument = argumentOf(text, name, segments);
      const fault = faultOf(directive, name, argument);
      const { ignored, sections } = softdepOf(parsed.arguments, segments);
      return { kind, directive, command, name, fault, argument, ignored, sections };
    }
    case 'weakdep': {
      const argument = argumentOf(text, name, segments);
      const fault = faultOf(directive, name, argument);
      const modules = parsed.arguments.map((token) => wordOf(token, segments));
      return { kind, directive, command, name, fault, argument, modules };
    }
    default: {
      const words = parsed.arguments.map((token) => wordOf(token, segments));
      const fault = faultOf(directive, name, words[0]);
      if (name !== undefined) words.unshift(name);
      return { kind, directive, command, name, fault, words };
    }
  }
}

function wordOf(token: IToken, segments: LogicalLine['segments']): LineWord {
  return new LineWord(token.image, token.startOffset, segments);
}

/** @returns what is behind the one character that ends the name. */
function argumentOf(
  text: string,
  name: LineWord | undefined,
  segments: LogicalLine['segments'],
): LineWord | undefined {
  if (name === undefined) return undefined;
  const start = name.start + name.text.length + 1;
  return start < text.length ? new LineWord(text.slice(start), start, segments) : undefined;
}

function softdepOf(
  tokens: readonly IToken[],
  segments: LogicalLine['segments'],
): Pick<SoftdepLine, 'ignored' | 'sections'> {
  const ignored: LineWord[] = [];
  const sections: SoftdepSection[] = [];
  let modules = ignored;
  for (const token of tokens) {
    const word = wordOf(token, segments);
    const when = markers.get(token.tokenType);
    if (when === undefined) {
      modules.push(word);
    } else {
      modules = [];
      sections.push({ when, marker: word, modules });
    }
  }
  return { ignored, sections };
}

/** @param second what the directive needs besides a name: a module for alias, otherwise the argument */
function faultOf(
  directive: DirectiveName | undefined,
  name: LineWord | undefined,
  second: LineWord | undefined,
): Fault | undefined {
  if (directive === undefined) return 'unknown-command';
  if (directive === 'config' || directive === 'include') return 'deprecated';
  const needsSecond = directive !== 'blacklist';
  if (name === undefined || (needsSecond && second === undefined)) return 'missing-argument';
  if (normalizeName(name.text) === undefined) return 'unmatched-bracket';
  return directive === 'alias' && normalizeName(second?.text ?? '') === undefined
    ? 'unmatched-bracket'
    : undefined;
}
