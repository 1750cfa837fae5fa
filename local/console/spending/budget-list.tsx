/** The budgets that bound the connection, and what is left of each. */
import { Field, makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import { dollars } from "../calls/answer.ts";
import type { Budget } from "./spent.ts";

const useStyles = makeStyles({
  list: { display: "grid", gap: tokens.spacingVerticalM },
});

const WHOSE: Readonly<Record<string, string>> = {
  "app day": "The X app, a day",
  "app month": "The X app, a month",
  "connection day": "This connection, a day",
  "connection month": "This connection, a month",
};

const timeOf = (at: string): string =>
  new Date(at).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });

export const BudgetList = ({ budgets }: { readonly budgets: readonly Budget[] }) => {
  const styles = useStyles();
  if (budgets.length === 0) {
    return <Text>None: this connection may spend what X lets the app spend.</Text>;
  }
  return (
    <div className={styles.list}>
      {budgets.map(({ name, limit, spent, left, beginsAnew }) => (
        <Field
          key={name}
          label={`${WHOSE[name] ?? name}: ${dollars(left)} of ${dollars(limit)} left`}
          hint={`Begins anew ${timeOf(beginsAnew)}`}
        >
          <ProgressBar
            value={limit > 0 ? Math.min(1, spent / limit) : 1}
            color={left > 0 ? "brand" : "error"}
          />
        </Field>
      ))}
    </div>
  );
};
