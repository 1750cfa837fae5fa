/** What a call brought: in a line, as a maker meets it, and beside that as it came. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Shape } from "../definition/outputs.ts";
import { Outputs } from "../outputs/outputs.tsx";
import { Panel } from "../page/panel.tsx";
import type { Answer } from "./answer.ts";
import { AnswerSummary } from "./answer-summary.tsx";
import { errorOf } from "./connector-error.ts";
import { ErrorView } from "./error-view.tsx";
import { RawAnswer } from "./raw-answer.tsx";

const useStyles = makeStyles({
  sides: {
    display: "grid",
    gap: tokens.spacingVerticalL,
    "@media (min-width: 1200px)": {
      gridTemplateColumns: "minmax(0, 2fr) minmax(0, 1fr)",
      alignItems: "start",
    },
  },
});

interface AnswerViewProps {
  readonly answer: Answer;
  readonly output: Shape | undefined;
}

export const AnswerView = ({ answer, output }: AnswerViewProps) => {
  const styles = useStyles();
  const error = errorOf(answer);
  return (
    <>
      <AnswerSummary answer={answer} />
      <div className={styles.sides}>
        {error ? (
          <ErrorView error={error} answer={answer} />
        ) : (
          <Panel title="Outputs" description="What later steps of a flow can use.">
            {output && <Outputs shape={output} value={answer.json} />}
          </Panel>
        )}
        <RawAnswer answer={answer} />
      </div>
    </>
  );
};
