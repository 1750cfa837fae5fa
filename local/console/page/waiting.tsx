/** A call that is under way, and the way out of waiting for it. */
import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { StopWaiting } from "./stop-waiting.tsx";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
  },
});

interface WaitingProps {
  readonly children: string;
  onCancel(): void;
}

export const Waiting = ({ children, onCancel }: WaitingProps) => {
  const styles = useStyles();
  return (
    <div className={styles.line} role="status">
      <Spinner size="tiny" label={children} />
      <StopWaiting onCancel={onCancel} />
    </div>
  );
};
