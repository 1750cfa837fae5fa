/** What a call brought: as a maker meets it, and as it came, each on a tab. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Shape } from "../definition/shape.ts";
import { Outputs } from "../outputs/outputs.tsx";
import { CopyButton } from "../page/copy-button.tsx";
import { Panel } from "../page/panel.tsx";
import type { Answer } from "./answer.ts";
import { errorOf } from "./connector-error.ts";
import { ErrorView } from "./error-view.tsx";
import { RawAnswer } from "./raw-answer.tsx";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
});

/** The call as a command of the terminal. */
export interface Curl {
  /** What the button says. */
  readonly title: string;
  text(): Promise<string>;
}

interface AnswerViewProps {
  readonly answer: Answer;
  readonly output: Shape | undefined;
  /** What a flow's expressions call the step. */
  readonly step: string;
  readonly curl: Curl;
  readonly isRaw: boolean;
  onTab(isRaw: boolean): void;
}

export const AnswerView = ({ answer, output, step, curl, isRaw, onTab }: AnswerViewProps) => {
  const styles = useStyles();
  const error = errorOf(answer);
  return (
    <>
      <div className={styles.bar}>
        {[false, true].map((raw) => (
          <Button
            key={String(raw)}
            appearance={raw === isRaw ? "primary" : "secondary"}
            aria-pressed={raw === isRaw}
            onClick={() => onTab(raw)}
          >
            {raw ? "Raw answer" : error ? "Error" : "Outputs"}
          </Button>
        ))}
        <CopyButton title={curl.title} text={curl.text}>
          {curl.title}
        </CopyButton>
      </div>
      {isRaw && <RawAnswer answer={answer} />}
      {!isRaw && error && <ErrorView error={error} answer={answer} />}
      {!isRaw && !error && (
        <Panel title="Outputs" description="What later steps of a flow can use.">
          {output && <Outputs shape={output} value={answer.json} expression={`body('${step}')`} />}
        </Panel>
      )}
    </>
  );
};
