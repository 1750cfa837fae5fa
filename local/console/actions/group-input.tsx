/** The parts of an object, under its title: the important ones, and the others folded away where there are such. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { isGroup } from "../calls/operation-request.ts";
import type { Field, GroupField } from "../definition/fields.ts";
import { Fold } from "../page/fold.tsx";
import { type CompoundProps, isAtFault } from "./input-props.ts";

const useStyles = makeStyles({
  group: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
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
  const isLong = field.fields.some((each) => each.important);
  const shown = field.fields.filter((each) => !isLong || each.important || each.required);
  const folded = field.fields.filter((each) => !shown.includes(each));
  const pathOf = ({ name }: Field) => `${path}.${name}`;
  const input = (each: Field) => (
    <Part
      key={each.name}
      field={each}
      path={pathOf(each)}
      value={values[each.name]}
      beside={values}
      findings={findings}
      onChange={(changed) => onChange({ ...values, [each.name]: changed })}
    />
  );
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
      {shown.map(input)}
      {folded.length > 0 && (
        <Fold
          title={`More: ${folded.map(({ title }) => title).join(", ")}`}
          isNeeded={folded.some((each) => isAtFault(findings, pathOf(each)))}
        >
          {folded.map(input)}
        </Fold>
      )}
    </fieldset>
  );
};
