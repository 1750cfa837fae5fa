/** Something that is out of the way until it is opened, and not made before. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useEffect, useState } from "react";

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
  /** What tells it from others of the same title, for those who hear the page. */
  readonly of?: string;
  /** Something in it has to be seen: it opens by itself. */
  readonly isNeeded?: boolean;
  readonly children: ReactNode;
}

export const Fold = ({ title, of, isNeeded = false, children }: FoldProps) => {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(isNeeded);
  useEffect(() => {
    if (isNeeded) setOpen(true);
  }, [isNeeded]);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary
        className={styles.summary}
        {...(of !== undefined && { "aria-label": `${title}, ${of}` })}
      >
        {title}
      </summary>
      {isOpen && <div className={styles.content}>{children}</div>}
    </details>
  );
};
