/** The triggers: a list to choose from, and the chosen one. */
import { Activity } from "react";
import { OperationList } from "../actions/operation-list.tsx";
import type { Call } from "../connection/use-connection.ts";
import type { Operation } from "../definition/operations.ts";
import { goTo } from "../page/use-route.ts";
import { TriggerView } from "./trigger-view.tsx";

interface TriggersViewProps {
  readonly operations: readonly Operation[];
  /** Estimates what a search costs. */
  readonly estimate: Operation | undefined;
  readonly isConnected: boolean;
  /** Whose connection it is, where that is known. */
  readonly handle: string | undefined;
  readonly hasSandbox: boolean;
  readonly call: Call;
  /** What the address names behind the view: a trigger. */
  readonly route: readonly string[];
}

export const TriggersView = ({ operations, route: [named], ...rest }: TriggersViewProps) => {
  const chosen = operations.find(({ id }) => id === named) ?? operations[0];
  if (!chosen) return null;
  // One that is not shown goes on being watched.
  return operations.map((operation) => (
    <Activity key={operation.id} mode={operation === chosen ? "visible" : "hidden"}>
      <TriggerView operation={operation} {...rest}>
        <OperationList
          noun="Trigger"
          operations={operations}
          chosen={chosen}
          onChoose={(id) => goTo("triggers", id)}
        />
      </TriggerView>
    </Activity>
  ));
};
