/** The guarantee in figures: everything posted is handed out, and nothing twice. */
import { dollars } from "../calls/answer.ts";
import { Figures } from "../page/figures.tsx";
import type { Tally } from "./trigger-story.ts";

export const TallyLine = ({ tally }: { readonly tally: Tally }) => (
  <Figures
    figures={[
      ["posted here", tally.posted],
      ["handed out", tally.handedOut],
      ["waiting", tally.waiting],
      ["handed out twice", tally.twice],
      ["in order", tally.isInOrder ? "yes" : "no"],
      ["calls to X", tally.xCalls],
      ["cost at X, at most", dollars(tally.xCost)],
    ]}
  />
);
