/** What was spent on each day of the month, by operation, as columns; and the same as a table. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { dollars } from "../calls/answer.ts";
import { Fold } from "../page/fold.tsx";
import { SimpleTable } from "../page/simple-table.tsx";
import { shadeOf } from "./shades.ts";
import type { DaySpent } from "./spent.ts";

const HEIGHT_PX = 140;

const useStyles = makeStyles({
  chart: {
    display: "flex",
    alignItems: "end",
    gap: "2px",
    margin: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  day: {
    display: "grid",
    flex: "1 1 0",
    gridTemplateColumns: "minmax(0, 1fr)",
    minWidth: 0,
    maxWidth: "40px",
    justifyItems: "center",
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground2,
  },
  label: {
    minHeight: tokens.lineHeightBase100,
    lineHeight: tokens.lineHeightBase100,
    whiteSpace: "nowrap",
  },
  column: {
    display: "flex",
    flexDirection: "column-reverse",
    // Not `start`, which is the top whatever the direction.
    justifyContent: "flex-start",
    width: "100%",
    height: `${HEIGHT_PX}px`,
  },
});

interface DayChartProps {
  readonly days: readonly DaySpent[];
  /** The operations in the order of their colours. */
  readonly operations: readonly string[];
  titleOf(operation: string): string;
}

/** From the month's first day to the last one of which there is something to tell. */
const daysOf = (days: readonly DaySpent[]): readonly string[] => {
  const last = days
    .map(({ day }) => day)
    .sort()
    .at(-1);
  if (last === undefined) return [];
  return Array.from(
    { length: Number(last.slice(8)) },
    (_, index) => `${last.slice(0, 8)}${String(index + 1).padStart(2, "0")}`,
  );
};

/** As many as have room beside each other on a small screen. */
const labelOf = (day: string): string => {
  const date = Number(day.slice(8));
  return date === 1 || date % 5 === 0 ? String(date) : "";
};

export const DayChart = ({ days, operations, titleOf }: DayChartProps) => {
  const styles = useStyles();
  const ofDay = (day: string) =>
    days
      .filter((each) => each.day === day)
      .toSorted((a, b) => operations.indexOf(a.operation) - operations.indexOf(b.operation));
  const sumOf = (day: string) => ofDay(day).reduce((sum, { spent }) => sum + spent, 0);
  const shown = daysOf(days);
  const most = Math.max(...shown.map(sumOf));
  return (
    <>
      <Text size={200}>The highest column is {dollars(most)}.</Text>
      <div className={styles.chart} aria-hidden>
        {shown.map((day) => (
          <div key={day} className={styles.day} title={`${day}: ${dollars(sumOf(day))}`}>
            <div className={styles.column}>
              {ofDay(day).map(({ operation, spent }) => (
                <div
                  key={operation}
                  style={{
                    height: `${(spent / most) * HEIGHT_PX}px`,
                    backgroundColor: shadeOf(operations.indexOf(operation)),
                  }}
                />
              ))}
            </div>
            <span className={styles.label}>{labelOf(day)}</span>
          </div>
        ))}
      </div>
      <Fold title="Every day as a table">
        <SimpleTable
          title="Spent by day"
          columns={["Day (UTC)", "What", "Spent"]}
          rows={shown.toReversed().flatMap((day) =>
            ofDay(day).map(({ operation, spent }) => ({
              key: `${day} ${operation}`,
              cells: [day, titleOf(operation), dollars(spent)],
            })),
          )}
        />
      </Fold>
    </>
  );
};
