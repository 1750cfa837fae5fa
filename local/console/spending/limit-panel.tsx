/** A budget to try out: set for the own connection, and held to at once where time can be moved. */
import { Text } from "@fluentui/react-components";
import { useState } from "react";
import { OperationForm } from "../actions/operation-form.tsx";
import { errorOf } from "../calls/connector-error.ts";
import { initialValues } from "../calls/operation-request.ts";
import { useCall } from "../calls/use-call.ts";
import type { Call } from "../connection/use-connection.ts";
import { inMakersWords, type Operation } from "../definition/operations.ts";
import { Panel } from "../page/panel.tsx";
import { Problem } from "../page/problem.tsx";
import { moveClock } from "../sandbox/sandbox-client.ts";

/** A new limit holds once every instance has read it. */
const A_MINUTE_AND_A_BIT_MS = 61_000;

const hasMinuteGoneBy = (): Promise<boolean> =>
  moveClock(A_MINUTE_AND_A_BIT_MS).then(
    () => true,
    () => false,
  );

interface LimitPanelProps {
  readonly operation: Operation;
  readonly isConnected: boolean;
  readonly hasSandbox: boolean;
  readonly call: Call;
  /** The limit may be another one now. */
  onChanged(): void;
}

export const LimitPanel = (props: LimitPanelProps) => {
  const { operation, isConnected, hasSandbox, call, onChanged } = props;
  const setting = useCall(operation, call);
  const { answer, problem, isRunning } = setting;
  const [values, setValues] = useState(() => initialValues(operation));
  const [isHolding, setHolding] = useState(false);
  const error = answer && errorOf(answer);
  const set = async () => {
    if (!(await setting.run(values))) return;
    setHolding(hasSandbox && (await hasMinuteGoneBy()));
    onChanged();
  };
  return (
    <Panel title={operation.title} description={inMakersWords(operation.description)}>
      <OperationForm
        operation={operation}
        verb="Set"
        isConnected={isConnected}
        isRunning={isRunning}
        error={error}
        values={values}
        onChange={setValues}
        onRun={set}
        onCancel={setting.cancel}
      />
      {problem && <Problem title="Not set">{problem}</Problem>}
      {answer && !problem && !isRunning && (
        <Text role="status">
          {isHolding
            ? "Set, and the minute went by in the sandbox. An action that may cost more than is left is refused now, before X is asked."
            : "Set. It holds in a minute."}
        </Text>
      )}
    </Panel>
  );
};
