import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { IGrammar, IToken, Registry } from 'vscode-textmate';
import type { LanguageId } from '../../server/src/syntax/language.ts';

const require = createRequire(import.meta.url);
const oniguruma: typeof import('vscode-oniguruma') = require('vscode-oniguruma');
const textmate: typeof import('vscode-textmate') = require('vscode-textmate');

interface Manifest {
  readonly contributes: {
    readonly grammars: readonly {
      readonly language?: string;
      readonly scopeName: string;
      readonly path: string;
    }[];
  };
}

const project = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(fileURLToPath(new URL(path, project)), 'utf8');
const { grammars } = (JSON.parse(read('package.json')) as Manifest).contributes;

/** A shell that is as bad a guest as can be: a quote of it never closes by itself. The editor brings the real one. */
const shell = {
  scopeName: 'source.shell',
  patterns: [
    { match: '(?<!\\S)/\\S+|\\b(?:modprobe|echo)\\b', name: 'support.function.shell' },
    { begin: '["\']', end: '["\']', name: 'string.quoted.shell' },
  ],
  repository: {},
};

/** A physical line as the grammar sees it. */
export interface TokenizedLine {
  readonly text: string;
  readonly tokens: readonly IToken[];
  /** Whether the line after it is a new one for the grammar, and not more of this one. */
  readonly complete: boolean;
}

let registry: Registry | undefined;

async function openRegistry(): Promise<Registry> {
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  return new textmate.Registry({
    onigLib: Promise.resolve(oniguruma),
    loadGrammar: async (scopeName) => {
      if (scopeName === shell.scopeName) return textmate.parseRawGrammar(JSON.stringify(shell), 'shell.json');
      const entry = grammars.find((grammar) => grammar.scopeName === scopeName);
      return entry === undefined ? null : textmate.parseRawGrammar(read(entry.path), entry.path);
    },
  });
}

/** @returns the grammar that the manifest gives a language. */
export async function grammarOf(language: LanguageId): Promise<IGrammar> {
  registry ??= await openRegistry();
  const entry = grammars.find((grammar) => grammar.language === language);
  const grammar = entry && (await registry.loadGrammar(entry.scopeName));
  if (!grammar) throw new Error(`the manifest has no grammar for ${language}`);
  return grammar;
}

/** Tokenizes a text line by line, as the editor does. */
export function tokenize(grammar: IGrammar, lines: readonly string[]): TokenizedLine[] {
  let state = textmate.INITIAL;
  return lines.map((text) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(text, state);
    state = ruleStack;
    return { text, tokens, complete: ruleStack.depth === 1 };
  });
}

/** @returns the physical lines as an editor splits a text: a final line end begins no further line. */
export function editorLines(text: string): string[] {
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
