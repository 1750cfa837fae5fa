/** What is left of one of the hourly limits. */
import { Field, makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import type { Limit } from "./hourly-limits.ts";

const useStyles = makeStyles({
  meter: { width: "250px", maxWidth: "100%" },
  left: { color: tokens.colorNeutralForeground2 },
});

interface LimitMeterProps {
  readonly title: string;
  readonly limit: Limit | undefined;
}

export const LimitMeter = ({ title, limit }: LimitMeterProps) => {
  const styles = useStyles();
  const left = limit
    ? `${limit.remaining} of ${limit.limit} left this hour`
    : "not used in this session";
  return (
    <div className={styles.meter}>
      <Field
        label={{
          children: (
            <Text size={200}>
              {title}: <span className={styles.left}>{left}</span>
            </Text>
          ),
        }}
      >
        <ProgressBar
          value={limit ? limit.remaining / limit.limit : 1}
          color={limit?.remaining === 0 ? "error" : "brand"}
        />
      </Field>
    </div>
  );
};
