/** The choice of what goes wrong at X's next call. */
import { Button, Field, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import { Panel } from "../page/panel.tsx";
import { FAULT_TITLES, type FaultKind } from "./fault-titles.ts";

const useStyles = makeStyles({ form: { display: "grid", gap: tokens.spacingVerticalM } });

interface FaultMenuProps {
  readonly kinds: readonly FaultKind[];
  /** Faults that wait for their call. */
  readonly waiting: readonly { readonly kind: FaultKind }[];
  onFail(kind: FaultKind): void;
}

export const FaultMenu = ({ kinds, waiting, onFail }: FaultMenuProps) => {
  const styles = useStyles();
  const [kind, setKind] = useState(kinds[0]);
  const fail = (event: FormEvent) => {
    event.preventDefault();
    if (kind) onFail(kind);
  };
  return (
    <Panel
      title="Let X fail"
      description="Then run an action and read what a maker would see, and what the connector made of it."
    >
      <form className={styles.form} onSubmit={fail}>
        <Field label="What goes wrong">
          <Select value={kind} onChange={(_, { value }) => setKind(value as FaultKind)}>
            {kinds.map((each) => (
              <option key={each} value={each}>
                {FAULT_TITLES[each]}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit">Fail the next call to X</Button>
      </form>
      {waiting.length > 0 && (
        <Text role="status">
          Waiting for its call: {waiting.map(({ kind }) => FAULT_TITLES[kind]).join(", ")}
        </Text>
      )}
    </Panel>
  );
};
