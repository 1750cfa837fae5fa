/** Any number of items of one kind. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { initialValue, type Value } from "../calls/operation-request.ts";
import type { ListField } from "../definition/fields.ts";
import type { CompoundProps } from "./input-props.ts";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    margin: 0,
    padding: 0,
    border: "none",
  },
  item: { display: "grid", gap: tokens.spacingVerticalXS, minWidth: 0 },
  small: { justifySelf: "start" },
  hint: { color: tokens.colorNeutralForeground3 },
  problem: { color: tokens.colorPaletteRedForeground1 },
});

export const ListInput = (props: CompoundProps<ListField>) => {
  const { field, path, value, findings, onChange, part: Part } = props;
  const styles = useStyles();
  const items: readonly Value[] = Array.isArray(value) ? value : [];
  const problem = findings.get(path);
  return (
    <fieldset className={styles.list}>
      <legend>{field.title}</legend>
      <Text size={200} className={styles.hint}>
        {field.hint}
      </Text>
      {problem !== undefined && (
        <Text role="alert" className={styles.problem}>
          {problem}
        </Text>
      )}
      {items.map((item, index) => {
        const title = `${field.title} ${index + 1}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is what stands at its place
          <div key={index} className={styles.item}>
            <Part
              field={{ ...field.item, title, hint: "" }}
              path={`${path}[${index}]`}
              value={item}
              findings={findings}
              onChange={(changed) => onChange(items.with(index, changed))}
            />
            <Button
              size="small"
              className={styles.small}
              onClick={() => onChange(items.toSpliced(index, 1))}
            >
              Remove {title}
            </Button>
          </div>
        );
      })}
      <Button
        size="small"
        icon={<AddRegular />}
        className={styles.small}
        onClick={() => onChange([...items, initialValue(field.item)])}
      >
        Add to {field.title}
      </Button>
    </fieldset>
  );
};
