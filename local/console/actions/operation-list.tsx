/** The operations of a view to choose from, by group: those that the classic connector had, and those beside them. */
import { Field, makeStyles, mergeClasses, Select, Text, tokens } from "@fluentui/react-components";
import { inMakersWords, type Operation } from "../definition/operations.ts";

const WIDE = "@media (min-width: 900px)";

const useStyles = makeStyles({
  groups: { display: "none", gap: tokens.spacingVerticalM, [WIDE]: { display: "grid" } },
  heading: { padding: `0 ${tokens.spacingHorizontalM}`, color: tokens.colorNeutralForeground2 },
  list: { display: "grid", margin: 0, padding: 0, listStyle: "none" },
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

interface OperationListProps {
  /** What each of them is. */
  readonly noun: "Action" | "Trigger";
  readonly operations: readonly Operation[];
  readonly chosen: Operation;
  onChoose(id: string): void;
}

export const OperationList = ({ noun, operations, chosen, onChoose }: OperationListProps) => {
  const styles = useStyles();
  const groups = [
    {
      title: "As in the classic connector",
      operations: operations.filter((each) => each.isClassic),
    },
    { title: "Beside them", operations: operations.filter((each) => !each.isClassic) },
  ].filter((group) => group.operations.length > 0);
  return (
    <nav aria-label={`${noun}s`}>
      <div className={styles.groups}>
        {groups.map(({ title, operations }) => (
          <section key={title} aria-label={title}>
            <Text as="h2" size={200} weight="semibold" className={styles.heading}>
              {title}
            </Text>
            <ul className={styles.list}>
              {operations.map(({ id, title, description }) => (
                <li key={id}>
                  <button
                    type="button"
                    className={mergeClasses(styles.item, id === chosen.id && styles.chosen)}
                    aria-current={id === chosen.id}
                    onClick={() => onChoose(id)}
                  >
                    <Text weight="semibold">{title}</Text>
                    <Text size={200} className={styles.description}>
                      {inMakersWords(description)}
                    </Text>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Field label={noun} className={styles.choice}>
        <Select value={chosen.id} onChange={(_, { value }) => onChoose(value)}>
          {groups.map(({ title, operations }) => (
            <optgroup key={title} label={title}>
              {operations.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </Field>
    </nav>
  );
};
