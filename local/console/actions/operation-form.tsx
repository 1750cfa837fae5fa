/** The form of an operation: what it needs, then what it can also take. */
import { Button, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { PlayRegular } from "@fluentui/react-icons";
import type { FormEvent } from "react";
import type { ConnectorErrorBody } from "../calls/connector-error.ts";
import type { Values } from "../calls/operation-request.ts";
import type { Field } from "../definition/fields.ts";
import type { Operation } from "../definition/operations.ts";
import { Fold } from "../page/fold.tsx";
import { StopWaiting } from "../page/stop-waiting.tsx";
import { PriceNote } from "../texts/price-note.tsx";
import { FieldInput } from "./field-input.tsx";
import { isAtFault } from "./input-props.ts";

const useStyles = makeStyles({
  form: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalM,
    maxWidth: "640px",
  },
  run: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
  },
  hint: { color: tokens.colorNeutralForeground2 },
});

interface OperationFormProps {
  readonly operation: Operation;
  /** What the button says. */
  readonly verb?: string;
  readonly isConnected: boolean;
  readonly isRunning: boolean;
  readonly error: ConnectorErrorBody | undefined;
  readonly values: Values;
  onChange(values: Values): void;
  onRun(): void;
  /** Stops waiting for the answer, where that can be done. */
  readonly onCancel?: () => void;
}

const NONE: ReadonlyMap<string, string> = new Map();

export const OperationForm = (props: OperationFormProps) => {
  const { operation, verb = "Run", isConnected, isRunning, error, values } = props;
  const { onChange, onRun, onCancel } = props;
  const styles = useStyles();
  const advanced = operation.fields.filter((field) => field.advanced);
  const findings = error?.findings ?? NONE;

  const input = (field: Field) => (
    <FieldInput
      key={field.name}
      field={field}
      value={values[field.name]}
      beside={values}
      path={field.name}
      findings={findings}
      onChange={(value) => onChange({ ...values, [field.name]: value })}
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isConnected && !isRunning) onRun();
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {operation.fields.filter((field) => !field.advanced).map(input)}
      {advanced.length > 0 && (
        <Fold
          title={`Advanced parameters (${advanced.length})`}
          isNeeded={advanced.some(({ name }) => isAtFault(findings, name))}
        >
          {advanced.map(input)}
        </Fold>
      )}
      <PriceNote values={values} />
      <div className={styles.run}>
        <Button
          type="submit"
          appearance="primary"
          icon={isRunning ? <Spinner size="tiny" /> : <PlayRegular />}
          disabledFocusable={!isConnected || isRunning}
        >
          {isRunning ? "Running" : verb}
        </Button>
        {isRunning && onCancel && <StopWaiting onCancel={onCancel} />}
        {!isConnected && <Text className={styles.hint}>Sign in first.</Text>}
      </div>
    </form>
  );
};
