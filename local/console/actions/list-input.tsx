/** Any number of items of one kind, in an order that can be changed. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { AddRegular, ArrowDownRegular, ArrowUpRegular } from "@fluentui/react-icons";
import { initialValue, type Value } from "../calls/operation-request.ts";
import type { ListField } from "../definition/fields.ts";
import { useNextFocus } from "../page/use-next-focus.ts";
import type { CompoundProps } from "./input-props.ts";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    margin: 0,
    padding: 0,
    border: "none",
  },
  item: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  add: { justifySelf: "start" },
  title: { padding: 0 },
  hint: { color: tokens.colorNeutralForeground3 },
  problem: { color: tokens.colorPaletteRedForeground1 },
});

/** Of a list such as Parts, one is a Part. */
const oneOf = ({ title }: ListField): string => title.replace(/s$/, "");

/** With the item at `from` at the place of the one at `to`. */
const moved = (items: readonly Value[], from: number, to: number): readonly Value[] =>
  items.toSpliced(from, 1).toSpliced(to, 0, items[from]);

export const ListInput = (props: CompoundProps<ListField>) => {
  const { field, path, value, findings, beside, onChange, part: Part } = props;
  const styles = useStyles();
  const items: readonly Value[] = Array.isArray(value) ? value : [];
  const problem = findings.get(path);
  const focus = useNextFocus();
  // The keyboard stays with the item, so that one moves it on by the same key.
  const move = (from: number, to: number, button: string, other: string) => {
    focus.goTo(`${button} ${to}`, `${other} ${to}`);
    onChange(moved(items, from, to));
  };
  const remove = (index: number) => {
    focus.goTo(`remove ${index}`, `remove ${index - 1}`, "add");
    onChange(items.toSpliced(index, 1));
  };
  return (
    <fieldset className={styles.list}>
      <legend className={styles.title}>{field.title}</legend>
      <Text size={200} className={styles.hint}>
        {field.hint}
      </Text>
      {problem !== undefined && (
        <Text role="alert" className={styles.problem}>
          {problem}
        </Text>
      )}
      {items.map((item, index) => {
        const title = `${oneOf(field)} ${index + 1}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is what stands at its place
          <div key={index} className={styles.item}>
            <Part
              field={{ ...field.item, title, hint: "" }}
              path={`${path}[${index}]`}
              value={item}
              beside={beside}
              findings={findings}
              onChange={(changed) => onChange(items.with(index, changed))}
            />
            <div className={styles.buttons}>
              {index > 0 && (
                <Button
                  ref={focus.placed(`up ${index}`)}
                  size="small"
                  icon={<ArrowUpRegular />}
                  aria-label={`Move ${title} up`}
                  onClick={() => move(index, index - 1, "up", "down")}
                />
              )}
              {index < items.length - 1 && (
                <Button
                  ref={focus.placed(`down ${index}`)}
                  size="small"
                  icon={<ArrowDownRegular />}
                  aria-label={`Move ${title} down`}
                  onClick={() => move(index, index + 1, "down", "up")}
                />
              )}
              <Button
                ref={focus.placed(`remove ${index}`)}
                size="small"
                onClick={() => remove(index)}
              >
                Remove {title}
              </Button>
            </div>
          </div>
        );
      })}
      <Button
        ref={focus.placed("add")}
        size="small"
        icon={<AddRegular />}
        className={styles.add}
        onClick={() => onChange([...items, initialValue(field.item)])}
      >
        Add to {field.title}
      </Button>
    </fieldset>
  );
};
