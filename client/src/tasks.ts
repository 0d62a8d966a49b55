import {
  type Disposable,
  type ExtensionContext,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import { ownCommand } from './server-process.ts';

const type = 'modconf';

/** A task as users write it in tasks.json. */
interface Definition extends TaskDefinition {
  readonly command: 'check';
  readonly paths?: readonly string[];
  readonly args?: readonly string[];
}

/** Offers `modconf check` of each folder as a task, whose findings go to the Problems panel. */
export function provideTasks(context: ExtensionContext): Disposable {
  const program = context.asAbsolutePath(ownCommand);
  return tasks.registerTaskProvider(type, {
    provideTasks: () =>
      (workspace.workspaceFolders ?? []).map((folder) =>
        makeTask({ type, command: 'check' }, folder, program),
      ),
    resolveTask: (task) => {
      const definition = task.definition as Definition;
      const { scope } = task;
      const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0];
      return definition.command === 'check' && folder ? makeTask(definition, folder, program) : undefined;
    },
  });
}

function makeTask(definition: Definition, folder: WorkspaceFolder, program: string): Task {
  const { command, paths = [], args = [] } = definition;
  const execution = new ProcessExecution(
    process.execPath,
    [program, command, '--format', 'concise', ...args, ...paths],
    // On the desktop the editor's own program is its Node.
    { cwd: folder.uri.fsPath, env: { ELECTRON_RUN_AS_NODE: '1' } },
  );
  const task = new Task(definition, folder, command, type, execution, '$modconf');
  task.group = TaskGroup.Test;
  return task;
}
