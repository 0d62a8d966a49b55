import { FileError } from '../files/file-system.ts';
import { ConfigurationError } from '../lint/configuration-file/configuration-error.ts';
import { version } from '../lsp/version.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { type CommandName, commandNamed, commands } from './command-table.ts';
import type { Host } from './host.ts';
import { complain, refuse } from './messages.ts';
import { OutputError } from './output.ts';
import { visible } from './report/visible.ts';
import { shownPath } from './shown-path.ts';
import { Status } from './status.ts';
import { UsageError } from './usage-error.ts';

interface CommandModule {
  run(args: Arguments, host: Host): Status | Promise<Status>;
}

/** What each command does. Loaded when it is asked for: nobody waits for what he does not use. */
const modules: Readonly<Record<CommandName, () => Promise<CommandModule>>> = {
  check: () => import('./commands/check.ts'),
  show: () => import('./commands/show.ts'),
  resolve: () => import('./commands/resolve.ts'),
  blocked: () => import('./commands/blocked.ts'),
  rules: () => import('./commands/rules.ts'),
  config: () => import('./commands/config.ts'),
  merge: () => import('./commands/merge.ts'),
  lsp: () => import('./commands/lsp.ts'),
};

/**
 * Runs a command line.
 *
 * @param argv without the names of node and of the program
 * @returns the exit status; never rejects
 */
export async function run(argv: readonly string[], host: Host): Promise<Status> {
  try {
    return await runCommand(argv, host);
  } catch (error) {
    if (error instanceof UsageError) {
      const help = `modconf ${error.command === undefined ? '' : `${error.command.name} `}--help`;
      host.err.write(`modconf: ${visible(error.message)}\nHow to use it: ${help}\n`);
      return Status.usage;
    }
    if (error instanceof ConfigurationError) {
      for (const { path, line, column, message } of error.problems)
        complain(host, `${shownPath(host, path)}:${line}:${column}: ${message}`);
      return Status.usage;
    }
    if (error instanceof FileError) return refuse(host, shownPath(host, error.path), error);
    if (error instanceof OutputError) {
      host.err.write(`modconf: cannot write the output: ${visible(error.message)}\n`);
      return Status.failure;
    }
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    host.err.write(`modconf: internal error; please report it with what follows\n${details}\n`);
    return Status.failure;
  }
}

async function runCommand(argv: readonly string[], host: Host): Promise<Status> {
  const [first = '--help', ...rest] = argv;
  if (first === '--version') return tellVersion(host);
  const asksForHelp = first === '--help' || first === '-h' || first === 'help';
  if (asksForHelp && rest.length === 0) {
    const { programHelp } = await import('./help.ts');
    (argv.length === 0 ? host.err : host.out).write(programHelp(commands));
    return argv.length === 0 ? Status.usage : Status.ok;
  }
  const command = commandNamed(asksForHelp ? (rest[0] ?? '') : first);
  const args = readArguments(asksForHelp ? ['--help'] : rest, command);
  if (args.has('help')) {
    const { commandHelp } = await import('./help.ts');
    host.out.write(commandHelp(command));
    return Status.ok;
  }
  if (args.has('version')) return tellVersion(host);
  return (await modules[command.name]()).run(args, host);
}

function tellVersion(host: Host): Status {
  host.out.write(`modconf ${version}\n`);
  return Status.ok;
}
