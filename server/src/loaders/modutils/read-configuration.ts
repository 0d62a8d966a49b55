import { FileError } from '../../files/file-system.ts';
import { normalizePath } from '../../files/paths.ts';
import { modulesConf } from '../../syntax/modules-conf/language.ts';
import type { DirectiveLine, ModulesConfTree } from '../../syntax/modules-conf/tree.ts';
import { decode } from '../../text/encoding.ts';
import { SourceDocument, type SourceLine } from '../../text/source-document.ts';
import type { ConfigurationFile } from '../origin.ts';
import { evaluateCondition } from './condition.ts';
import { Conditionals } from './conditionals.ts';
import type { ModutilsConfiguration, ModutilsEnvironment } from './configuration.ts';
import { type Directive, EffectiveState, type SearchPathMode } from './effective-state.ts';
import { LineOrigin } from './line-origin.ts';

/** How many files may be open around an `include`. */
const maximumDepth = 20;

/** More lines than any configuration has: includes that include each other over and over stop here. */
const maximumIncludedLines = 2_000_000;

/**
 * Reads a configuration as modprobe of modutils 2.4 does.
 *
 * @param file the main file; undefined when there is none, which leaves the built-in defaults
 * @returns never throws; what modutils objects to is among the messages
 */
export function readConfiguration(
  file: ConfigurationFile<ModulesConfTree> | undefined,
  environment: ModutilsEnvironment,
): ModutilsConfiguration {
  return new ConfigurationReader(environment).read(file);
}

type ModulesConfFile = ConfigurationFile<ModulesConfTree>;

/** A file while it is read. Conditionals, `keep` and the first `path` are each file's own. */
class Frame implements SearchPathMode {
  readonly conditionals = new Conditionals();
  keepsPaths = false;
  firstPath: LineOrigin | undefined;
  failed = false;

  constructor(
    readonly file: ModulesConfFile,
    /** As messages name it. */
    readonly name: string,
    readonly depth: number,
  ) {}
}

class ConfigurationReader {
  readonly #environment: ModutilsEnvironment;
  readonly #state: EffectiveState;
  readonly #opened = new Map<string, ModulesConfFile | string>();
  readonly #files: ModulesConfFile[] = [];
  #includedLines = 0;

  constructor(environment: ModutilsEnvironment) {
    this.#environment = environment;
    this.#state = new EffectiveState(environment);
  }

  read(file: ModulesConfFile | undefined): ModutilsConfiguration {
    const failed = file !== undefined && this.#readFile(new Frame(file, file.path, 0));
    return this.#state.finish(file, this.#files, failed);
  }

  /** @returns whether modutils takes the file for broken. */
  #readFile(frame: Frame): boolean {
    this.#files.push(frame.file);
    const { lines } = frame.file.document;
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index]!;
      if (!isDirective(line)) continue;
      const origin = new LineOrigin(frame.file, index);
      if (!this.#readLine(frame, line, origin)) {
        this.#state.happen(origin, { kind: 'stopped' });
        return true;
      }
    }
    if (frame.conditionals.isOpen) {
      const origin = new LineOrigin(frame.file, lines.length - 1);
      this.#state.say(`missing endif at ${frame.name} EOF`, origin);
      frame.failed = true;
    }
    return frame.failed;
  }

  /** @returns false when modutils stops reading the file. */
  #readLine(frame: Frame, line: Directive, origin: LineOrigin): boolean {
    const { tree } = line;
    const { directive } = tree;
    switch (directive) {
      case 'if':
      case 'elseif':
      case 'else':
      case 'endif':
        return this.#readConditional(frame, tree, origin);
      default:
    }
    if (!frame.conditionals.isTaken) {
      this.#state.happen(origin, { kind: 'skipped' });
      return true;
    }
    if (isBareAdd(tree)) return true;
    if (directive === 'include') {
      if (frame.depth > maximumDepth) {
        this.#sayInLine('Too many include level', frame, origin);
        return false;
      }
      if (this.#include(frame, tree, origin)) return true;
    } else if (directive !== undefined && this.#state.apply(directive, line, origin, frame)) {
      return true;
    }
    const nameEnd = tree.name.start + tree.name.text.length;
    const number = frame.file.document.loaderLineNumber(origin.line);
    this.#state.say(`Invalid line ${number} in ${frame.name}\n\t${line.text.slice(0, nameEnd)}`, origin);
    frame.failed = true;
    return true;
  }

  /** @returns false when modutils stops reading the file. */
  #readConditional(frame: Frame, tree: DirectiveLine, origin: LineOrigin): boolean {
    const { conditionals } = frame;
    const { directive } = tree;
    if (directive !== 'if' && !conditionals.isOpen) {
      this.#sayInLine(directive === 'endif' ? 'unmatched endif' : `${directive} without if`, frame, origin);
      return false;
    }
    if (directive === 'endif') {
      conditionals.close();
      return true;
    }
    if (directive === 'if') {
      if (conditionals.isFull) {
        this.#sayInLine("Too many nested if's", frame, origin);
        return false;
      }
      conditionals.open(this.#evaluate(tree, origin));
    } else if (directive === 'else') {
      const first = conditionals.flip(origin);
      if (first !== undefined) this.#state.happen(origin, { kind: 'else-again', first });
    } else if (!conditionals.alternative(() => this.#evaluate(tree, origin))) {
      this.#state.happen(origin, { kind: 'condition-not-evaluated' });
    }
    if (conditionals.isTakenInUntaken) this.#state.happen(origin, { kind: 'active-in-inactive' });
    return true;
  }

  /** @returns the expression's value; false where it is unknown. */
  #evaluate(tree: DirectiveLine, origin: LineOrigin): boolean {
    const { value, unknownOperator } = evaluateCondition(tree, {
      files: this.#environment.files,
      autoclean: this.#environment.autoclean ?? false,
      expand: (text) => this.#state.expand(text, origin),
    });
    if (unknownOperator !== undefined)
      this.#state.happen(origin, { kind: 'unknown-operator', operator: unknownOperator });
    this.#state.happen(origin, { kind: 'condition', value });
    return value ?? false;
  }

  /** @returns whether the file could be read and was in order; so it is taken to be where nobody knows which it is. */
  #include(frame: Frame, tree: DirectiveLine, origin: LineOrigin): boolean {
    const written = tree.argument.text;
    const expansion = this.#state.expand(written, origin);
    if (!expansion.known) {
      this.#state.happen(origin, {
        kind: 'include',
        path: written,
        file: undefined,
        failure: expansion.reason,
      });
      return true;
    }
    const path = expansion.words[0] ?? written;
    const file = this.#open(path);
    if (typeof file === 'string') {
      this.#state.happen(origin, { kind: 'include', path, file: undefined, failure: file });
      this.#state.say(`Can't open ${path}`, origin);
    } else {
      this.#includedLines += file.document.lines.length + 1;
      if (this.#includedLines > maximumIncludedLines) {
        const failure = `more than ${maximumIncludedLines} lines are included`;
        this.#state.happen(origin, { kind: 'include', path, file: undefined, failure });
        return true;
      }
      this.#state.happen(origin, { kind: 'include', path, file });
      if (!this.#readFile(new Frame(file, path, frame.depth + 1))) return true;
    }
    this.#state.say(`include ${written} failed`, origin);
    return false;
  }

  /** @returns the file, or why it cannot be read. */
  #open(path: string): ModulesConfFile | string {
    const full = normalizePath(path);
    let file = this.#opened.get(full);
    if (file === undefined) {
      file = openFile(full, this.#environment);
      this.#opened.set(full, file);
    }
    return file;
  }

  #sayInLine(text: string, frame: Frame, origin: LineOrigin): void {
    this.#state.say(`${text} in line ${frame.file.document.loaderLineNumber(origin.line)}`, origin);
  }
}

function isDirective(line: SourceLine<ModulesConfTree>): line is Directive {
  return line.tree.kind === 'directive';
}

/** `add` with nothing behind it is passed over. */
function isBareAdd(tree: DirectiveLine): boolean {
  return (
    tree.add !== undefined && tree.name.text === '' && tree.equals === undefined && tree.argument.text === ''
  );
}

function openFile(path: string, environment: ModutilsEnvironment): ModulesConfFile | string {
  try {
    if (environment.open !== undefined) return environment.open(path);
    const text = decode(environment.files.read(path));
    return { path, document: SourceDocument.parse(text, modulesConf) };
  } catch (error) {
    // A directory can be opened and has no lines.
    if (error instanceof FileError && error.code === 'is-directory')
      return { path, document: SourceDocument.parse('', modulesConf) };
    return error instanceof Error ? error.message : String(error);
  }
}
