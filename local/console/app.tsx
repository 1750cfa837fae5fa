/** The page: the connection above, and below it what can be done with it. */
import { Activity } from "react";
import { ActionsView } from "./actions/actions-view.tsx";
import { ConnectionPanel } from "./connection/connection-panel.tsx";
import { useConnection } from "./connection/use-connection.ts";
import type { Console } from "./page/load-console.ts";
import { goTo, useRoute } from "./page/use-route.ts";
import { type View, ViewChoice } from "./page/view-choice.tsx";
import { SandboxView } from "./sandbox/sandbox-view.tsx";
import { TriggerView } from "./trigger/trigger-view.tsx";

export const App = ({ console }: { readonly console: Console }) => {
  const { addresses, app, appFields, connection, hasSandbox, operations, signInProblem } = console;
  const [named, ...route] = useRoute();
  const state = useConnection(addresses, connection);
  const trigger = operations.find(({ isTrigger }) => isTrigger);
  const isConnected = state.connection !== undefined;
  const views: readonly View[] = [
    "actions",
    ...(trigger ? (["trigger"] as const) : []),
    ...(hasSandbox ? (["sandbox"] as const) : []),
  ];
  const view = views.find((each) => each === named) ?? "actions";
  // What is not shown stays as it is: a trigger goes on being watched.
  const shown = (each: View) => (each === view ? "visible" : "hidden");
  return (
    <>
      <ConnectionPanel
        state={state}
        addresses={addresses}
        fields={appFields}
        app={app}
        hasSandbox={hasSandbox}
        problem={signInProblem}
      />
      <ViewChoice views={views} chosen={view} onChoose={goTo} />
      <Activity mode={shown("actions")}>
        <ActionsView
          operations={operations.filter(({ isTrigger }) => !isTrigger)}
          isConnected={isConnected}
          call={state.call}
          route={route}
        />
      </Activity>
      {trigger && (
        <Activity mode={shown("trigger")}>
          <TriggerView
            operation={trigger}
            isConnected={isConnected}
            hasSandbox={hasSandbox}
            call={state.call}
          />
        </Activity>
      )}
      {hasSandbox && (
        <Activity mode={shown("sandbox")}>
          <SandboxView />
        </Activity>
      )}
    </>
  );
};
