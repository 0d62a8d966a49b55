import { viewMachine } from '../features/machine/machine-view.ts';
import { moduleGraph } from '../features/machine/module-graph.ts';
import { describeModule, listModules } from '../features/machine/module-list.ts';
import type { Capability } from './capability.ts';
import type { MachineContext, MachineRequests } from './machine-protocol.ts';
import type { Root } from './root.ts';

/** Questions about the machine as a whole, for an editor's own views of it. */
export const machine: Capability = {
  announce: () => ({ experimental: { modconfMachine: true } }),
  serve(connection, session) {
    const answer = <Method extends keyof MachineRequests>(
      method: Method,
      answerFor: (root: Root, params: MachineRequests[Method][0]) => MachineRequests[Method][1],
    ) => {
      type Params = MachineRequests[Method][0];
      const handle = session.answering((params: Params) =>
        answerFor(session.workspace.rootAt(params.uri), params),
      );
      connection.onRequest<unknown, void>(method as string, handle);
    };
    answer('modconf/context', contextOf);
    answer('modconf/modules', (root) => {
      const view = viewOf(root);
      return view === undefined
        ? null
        : { ...contextOf(root), modules: listModules(view, root.loadedModules) };
    });
    answer('modconf/module', (root, { name }) => {
      const view = viewOf(root);
      return (view && describeModule(name, view)) ?? null;
    });
    answer('modconf/graph', (root, { name }) => {
      const view = viewOf(root);
      return (view && moduleGraph(name, view)) ?? null;
    });
  },
};

function contextOf({ directory, project }: Root): MachineContext {
  return { root: directory, kernel: project.kernel, kernels: [...project.kernels].reverse() };
}

const viewOf = (root: Root) => viewMachine(root.project, (path) => root.uriOf(path));
