import type { LogicalLine } from '../../text/logical-line.ts';
import type { LineLanguage } from '../../text/source-document.ts';
import { LineWord } from '../line-word.ts';
import { cutModules, cutParameters, cutSoftdep, cutWords } from './cut-argument.ts';
import { isBlank, kmodLines } from './line-reader.ts';
import { normalizeName } from './names.ts';
import { parseLine } from './parser.ts';
import type { CommandLine, CommentLine, DirectiveName, EmptyLine, Fault, ModprobeDTree } from './tree.ts';

const empty: EmptyLine = { kind: 'empty' };
const comment: CommentLine = { kind: 'comment' };

/** Reads and parses modprobe.d line by line; also modules.softdep and modules.weakdep. */
export const modprobeD: LineLanguage<ModprobeDTree> = {
  readLine(text, offset) {
    const { raw, text: logical, segments, physicalLines, comments } = kmodLines.read(text, offset);
    return { raw, text: logical, segments, physicalLines, comments, tree: treeOf(logical, segments) };
  },
};

function treeOf(text: string, segments: LogicalLine['segments']): ModprobeDTree {
  if (text.charCodeAt(0) === 0x23) return comment;
  return isBlank(text) ? empty : commandLine(text, segments);
}

/** Built for every line of a file: no intermediate objects. */
function commandLine(text: string, segments: LogicalLine['segments']): CommandLine {
  const { directive, commandStart, commandEnd, nameStart, nameEnd } = parseLine(text);
  const kind = 'command';
  const command = new LineWord(text.slice(commandStart, commandEnd), commandStart, segments);
  const name =
    nameStart === -1 ? undefined : new LineWord(text.slice(nameStart, nameEnd), nameStart, segments);
  // Behind the one blank or tab that ends the name.
  const rest = name === undefined ? text.length : nameEnd + 1;
  const argument = rest < text.length ? new LineWord(text.slice(rest), rest, segments) : undefined;
  switch (directive) {
    case 'options': {
      const fault = faultOf(directive, name, argument);
      const parameters = cutParameters(text, rest, segments);
      return { kind, directive, command, name, fault, argument, parameters };
    }
    case 'install':
    case 'remove':
      return { kind, directive, command, name, fault: faultOf(directive, name, argument), argument };
    case 'softdep': {
      const fault = faultOf(directive, name, argument);
      const { ignored, sections } = cutSoftdep(text, rest, segments);
      return { kind, directive, command, name, fault, argument, ignored, sections };
    }
    case 'weakdep': {
      const fault = faultOf(directive, name, argument);
      const modules = cutModules(text, rest, segments);
      return { kind, directive, command, name, fault, argument, modules };
    }
    default: {
      const words = cutWords(text, rest, segments);
      const fault = faultOf(directive, name, words[0]);
      if (name !== undefined) words.unshift(name);
      return { kind, directive, command, name, fault, words };
    }
  }
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
