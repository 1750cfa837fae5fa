/** The guarantee in figures: everything posted is handed out, and nothing twice. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { dollars } from "../calls/answer.ts";
import type { Tally } from "./trigger-story.ts";

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

export const TallyLine = ({ tally }: { readonly tally: Tally }) => {
  const styles = useStyles();
  const figures: readonly (readonly [string, string | number])[] = [
    ["posted here", tally.posted],
    ["handed out", tally.handedOut],
    ["waiting", tally.waiting],
    ["handed out twice", tally.twice],
    ["in order", tally.isInOrder ? "yes" : "no"],
    ["calls to X", tally.xCalls],
    ["cost at X, at most", dollars(tally.xCost)],
  ];
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
