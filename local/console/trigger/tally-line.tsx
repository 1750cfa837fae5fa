/** The guarantee in figures: everything posted is handed out, and nothing twice. */
import { makeStyles } from "@fluentui/react-components";
import { dollars } from "../calls/answer.ts";
import { Figures } from "../page/figures.tsx";
import type { Tally } from "./trigger-story.ts";

const useStyles = makeStyles({
  /** For those who hear the page: read out whenever it changes. */
  heard: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

export const TallyLine = ({ tally }: { readonly tally: Tally }) => {
  const styles = useStyles();
  const { posted, handedOut, waiting, twice, isInOrder, xCalls, xCost } = tally;
  return (
    <>
      <div role="status" className={styles.heard}>
        {posted} posted, {handedOut} handed out, {waiting} waiting
      </div>
      <Figures
        figures={[
          ["posted here", posted],
          ["handed out", handedOut],
          ["waiting", waiting],
          ["handed out twice", twice],
          ["in order", isInOrder ? "yes" : "no"],
          ["calls to X", xCalls],
          ["cost at X, at most", dollars(xCost)],
        ]}
      />
    </>
  );
};
