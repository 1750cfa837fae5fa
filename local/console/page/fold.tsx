/** Something that is out of the way until it is opened. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  summary: {
    width: "fit-content",
    padding: `${tokens.spacingVerticalXS} 0`,
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorBrandForegroundLink,
    cursor: "pointer",
  },
  content: { display: "grid", gap: tokens.spacingVerticalM, paddingTop: tokens.spacingVerticalS },
});

interface FoldProps {
  readonly title: string;
  readonly children: ReactNode;
}

export const Fold = ({ title, children }: FoldProps) => {
  const styles = useStyles();
  return (
    <details>
      <summary className={styles.summary}>{title}</summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
};
