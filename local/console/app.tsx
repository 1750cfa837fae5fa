/** The page: the connection above, and below it what can be done with it. */
import { Tab, TabList } from "@fluentui/react-components";
import { useState } from "react";
import { ActionsView } from "./actions/actions-view.tsx";
import { ConnectionPanel } from "./connection/connection-panel.tsx";
import { useConnection } from "./connection/use-connection.ts";
import type { Console } from "./page/load-console.ts";

export const App = ({ console }: { readonly console: Console }) => {
  const { addresses, app, arrived, operations, signInProblem } = console;
  const [view, setView] = useState<unknown>("actions");
  const state = useConnection(addresses, arrived);
  const isConnected = state.connection !== undefined;
  return (
    <>
      <ConnectionPanel state={state} addresses={addresses} app={app} problem={signInProblem} />
      <TabList selectedValue={view} onTabSelect={(_, { value }) => setView(value)}>
        <Tab value="actions">Actions</Tab>
      </TabList>
      {view === "actions" && (
        <ActionsView
          operations={operations.filter(({ isTrigger }) => !isTrigger)}
          isConnected={isConnected}
          call={state.call}
        />
      )}
    </>
  );
};
