/** A call as it went over the wire. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { stringify } from "lossless-json";
import { CopyButton } from "../page/copy-button.tsx";
import { Fold } from "../page/fold.tsx";
import { Panel } from "../page/panel.tsx";
import type { Answer } from "./answer.ts";

const useStyles = makeStyles({
  request: { overflowWrap: "anywhere" },
  text: {
    maxHeight: "480px",
    margin: 0,
    padding: tokens.spacingHorizontalM,
    overflow: "auto",
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    backgroundColor: tokens.colorNeutralBackground3,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  },
});

export const RawAnswer = ({ answer }: { readonly answer: Answer }) => {
  const styles = useStyles();
  const { request, status, headers, json, text } = answer;
  const body = json === undefined ? text : (stringify(json, null, 2) ?? "");
  return (
    <Panel title="Raw answer">
      <Text font="monospace" size={200} className={styles.request}>
        {request.method} {decodeURIComponent(request.url)}
      </Text>
      <Fold title={`Status ${status}, ${headers.size} headers`}>
        <pre className={styles.text}>
          {[...headers].map(([name, value]) => `${name}: ${value}`).join("\n")}
        </pre>
      </Fold>
      <div>
        <CopyButton title="Copy the raw answer" text={() => body}>
          Copy
        </CopyButton>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.text} aria-label="Body" tabIndex={0}>
        {body}
      </section>
    </Panel>
  );
};
