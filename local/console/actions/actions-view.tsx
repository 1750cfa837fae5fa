/** The actions: a list to choose from, and the chosen one. */
import { Field, makeStyles, mergeClasses, Select, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Call } from "../connection/use-connection.ts";
import type { Operation } from "../definition/operations.ts";
import { ActionCard } from "./action-card.tsx";

const WIDE = "@media (min-width: 900px)";

const useStyles = makeStyles({
  view: {
    display: "grid",
    gap: tokens.spacingVerticalL,
    [WIDE]: { gridTemplateColumns: "300px minmax(0, 1fr)", alignItems: "start" },
  },
  list: {
    display: "none",
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyle: "none",
    [WIDE]: { display: "grid" },
  },
  choice: { [WIDE]: { display: "none" } },
  item: {
    display: "grid",
    gap: tokens.spacingVerticalXXS,
    width: "100%",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    textAlign: "start",
    font: "inherit",
    color: tokens.colorNeutralForeground1,
    backgroundColor: "transparent",
    border: "1px solid transparent",
    borderRadius: tokens.borderRadiusLarge,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1 },
  },
  description: { color: tokens.colorNeutralForeground2 },
});

interface ActionsViewProps {
  readonly operations: readonly Operation[];
  readonly isConnected: boolean;
  readonly call: Call;
}

export const ActionsView = ({ operations, isConnected, call }: ActionsViewProps) => {
  const styles = useStyles();
  const [chosenId, setChosenId] = useState(operations[0]?.id);
  const chosen = operations.find(({ id }) => id === chosenId);
  return (
    <div className={styles.view}>
      <nav aria-label="Actions">
        <ul className={styles.list}>
          {operations.map(({ id, title, description }) => (
            <li key={id}>
              <button
                type="button"
                className={mergeClasses(styles.item, id === chosenId && styles.chosen)}
                aria-current={id === chosenId}
                onClick={() => setChosenId(id)}
              >
                <Text weight="semibold">{title}</Text>
                <Text size={200} className={styles.description}>
                  {description}
                </Text>
              </button>
            </li>
          ))}
        </ul>
        <Field label="Action" className={styles.choice}>
          <Select value={chosenId} onChange={(_, { value }) => setChosenId(value)}>
            {operations.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
      </nav>
      {chosen && (
        <ActionCard key={chosen.id} operation={chosen} isConnected={isConnected} call={call} />
      )}
    </div>
  );
};
