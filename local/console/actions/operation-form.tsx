/** The form of an operation: what it needs, then what it can also take. */
import { Button, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { PlayRegular } from "@fluentui/react-icons";
import { type FormEvent, useState } from "react";
import type { ConnectorErrorBody } from "../calls/connector-error.ts";
import { initialValues, type Values } from "../calls/operation-request.ts";
import type { Field, Operation } from "../definition/operations.ts";
import { Fold } from "../page/fold.tsx";
import { FieldInput } from "./field-input.tsx";

const useStyles = makeStyles({
  form: { display: "grid", gap: tokens.spacingVerticalM, maxWidth: "640px" },
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
  onRun(values: Values): void;
}

export const OperationForm = (props: OperationFormProps) => {
  const { operation, verb = "Run", isConnected, isRunning, error, onRun } = props;
  const styles = useStyles();
  const [values, setValues] = useState(() => initialValues(operation));
  const advanced = operation.fields.filter((field) => field.advanced);

  const input = (field: Field) => (
    <FieldInput
      key={field.name}
      field={field}
      value={values[field.name]}
      problem={error?.target === field.name ? error.message : undefined}
      onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isConnected && !isRunning) onRun(values);
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {operation.fields.filter((field) => !field.advanced).map(input)}
      {advanced.length > 0 && (
        <Fold title={`Advanced parameters (${advanced.length})`}>{advanced.map(input)}</Fold>
      )}
      <div className={styles.run}>
        <Button
          type="submit"
          appearance="primary"
          icon={isRunning ? <Spinner size="tiny" /> : <PlayRegular />}
          disabledFocusable={!isConnected || isRunning}
        >
          {isRunning ? "Running" : verb}
        </Button>
        {!isConnected && <Text className={styles.hint}>Sign in first.</Text>}
      </div>
    </form>
  );
};
