/** Figures beside each other, each with its name. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  line: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(110px, 1fr))",
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  figure: {
    display: "grid",
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  count: { margin: 0, order: -1 },
  name: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface FiguresProps {
  /** Name and figure. */
  readonly figures: readonly (readonly [string, string | number])[];
}

export const Figures = ({ figures }: FiguresProps) => {
  const styles = useStyles();
  return (
    <dl className={styles.line}>
      {figures.map(([name, count]) => (
        <div key={name} className={styles.figure}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.count}>
            <Text size={600} weight="semibold">
              {count}
            </Text>
          </dd>
        </div>
      ))}
    </dl>
  );
};
