import { workspace } from 'vscode';
import { type Check, checksOf } from './checks.ts';
import { type Outcome, outcomesMark } from './outcome.ts';

/** VS Code calls this in its extension host. */
export async function run(): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  const outcomes: Outcome[] = [];
  for (const [name, check] of Object.entries(checksOf(folder?.name ?? '')))
    outcomes.push({ name, problem: await problemOf(check) });
  console.log(outcomesMark + JSON.stringify(outcomes));
}

async function problemOf(check: Check): Promise<string | undefined> {
  try {
    await check();
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
