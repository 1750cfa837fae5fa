/** The page: the connection above, and below it what can be done with it. */
import { Activity } from "react";
import { ActionsView } from "./actions/actions-view.tsx";
import { ConnectionPanel } from "./connection/connection-panel.tsx";
import { useConnection } from "./connection/use-connection.ts";
import type { Console } from "./page/load-console.ts";
import { usePlaces } from "./page/use-places.ts";
import { useRoute } from "./page/use-route.ts";
import { type View, ViewChoice } from "./page/view-choice.tsx";
import { SandboxView } from "./sandbox/sandbox-view.tsx";
import { SpendingView } from "./spending/spending-view.tsx";
import { TriggersView } from "./trigger/triggers-view.tsx";

export const App = ({ console }: { readonly console: Console }) => {
  const { addresses, app, appFields, connection, operations, signInProblem } = console;
  const { hasSandbox, billUrl } = console;
  const [named, ...route] = useRoute();
  const state = useConnection(addresses, connection);
  const triggers = operations.filter(({ isTrigger }) => isTrigger);
  const withId = (id: string) => operations.find((operation) => operation.id === id);
  const reading = withId("GetSpending");
  const isConnected = state.connection !== undefined;
  const views: readonly View[] = [
    "actions",
    ...(triggers.length > 0 ? (["triggers"] as const) : []),
    ...(reading ? (["spending"] as const) : []),
    ...(hasSandbox ? (["sandbox"] as const) : []),
  ];
  const view = views.find((each) => each === named) ?? "actions";
  const { routeOf, goBackTo } = usePlaces(view, route);
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
      <ViewChoice views={views} chosen={view} onChoose={goBackTo} />
      <Activity mode={shown("actions")}>
        <ActionsView
          operations={operations.filter(({ isTrigger }) => !isTrigger)}
          isConnected={isConnected}
          call={state.call}
          route={routeOf("actions")}
        />
      </Activity>
      <Activity mode={shown("triggers")}>
        <TriggersView
          operations={triggers}
          estimate={withId("EstimateSearchCost")}
          isConnected={isConnected}
          handle={state.connection?.handle}
          hasSandbox={hasSandbox}
          call={state.call}
          route={routeOf("triggers")}
        />
      </Activity>
      {reading && (
        <Activity mode={shown("spending")}>
          <SpendingView
            operations={operations}
            reading={reading}
            limiting={withId("SetSpendingLimit")}
            isConnected={isConnected}
            hasSandbox={hasSandbox}
            billUrl={billUrl}
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
