/** What each operation spent this month, the most first: a bar in its colour, and the figures. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { dollars } from "../calls/answer.ts";
import { countOf } from "../calls/count.ts";
import { shadeOf } from "./shades.ts";
import type { Sum } from "./spent.ts";

const useStyles = makeStyles({
  list: { display: "grid", gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyle: "none" },
  sum: { display: "grid", gap: tokens.spacingVerticalXXS, minWidth: 0 },
  line: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    gap: `0 ${tokens.spacingHorizontalM}`,
  },
  figures: { color: tokens.colorNeutralForeground2 },
  bar: { height: "8px", minWidth: "2px", borderRadius: tokens.borderRadiusMedium },
});

interface OperationSumsProps {
  readonly sums: readonly Sum[];
  titleOf(operation: string): string;
}

export const OperationSums = ({ sums, titleOf }: OperationSumsProps) => {
  const styles = useStyles();
  const most = Math.max(...sums.map(({ month }) => month), Number.MIN_VALUE);
  return (
    <ul className={styles.list} aria-label="Spent by operation, the most first">
      {sums.map(({ name, month, today, calls }, place) => (
        <li key={name} className={styles.sum}>
          <div className={styles.line}>
            <span>{titleOf(name)}</span>
            <span className={styles.figures}>
              {dollars(month)} · {dollars(today)} today · {countOf(calls, "call")} to X
            </span>
          </div>
          <div
            className={styles.bar}
            aria-hidden
            style={{ width: `${(month / most) * 100}%`, backgroundColor: shadeOf(place) }}
          />
        </li>
      ))}
    </ul>
  );
};
