/** The parts of an object, under its title. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { isGroup } from "../calls/operation-request.ts";
import type { GroupField } from "../definition/fields.ts";
import type { CompoundProps } from "./input-props.ts";

const useStyles = makeStyles({
  group: {
    display: "grid",
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    margin: 0,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  problem: { color: tokens.colorPaletteRedForeground1 },
});

export const GroupInput = (props: CompoundProps<GroupField>) => {
  const { field, path, value, findings, onChange, part: Part } = props;
  const styles = useStyles();
  const values = isGroup(value) ? value : {};
  const problem = findings.get(path);
  return (
    <fieldset className={styles.group}>
      <legend>
        <Text weight="semibold">{field.title}</Text>
      </legend>
      {problem !== undefined && (
        <Text role="alert" className={styles.problem}>
          {problem}
        </Text>
      )}
      {field.fields.map((part) => (
        <Part
          key={part.name}
          field={part}
          path={`${path}.${part.name}`}
          value={values[part.name]}
          findings={findings}
          onChange={(changed) => onChange({ ...values, [part.name]: changed })}
        />
      ))}
    </fieldset>
  );
};
