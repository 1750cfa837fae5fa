/** A surface with a heading: what the page is laid out in. */
import { makeStyles, mergeClasses, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";

const useStyles = makeStyles({
  panel: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalM,
    overflowWrap: "anywhere",
    alignContent: "start",
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  heading: { display: "grid", gap: tokens.spacingVerticalXXS },
  description: { color: tokens.colorNeutralForeground2 },
});

interface PanelProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

export const Panel = ({ title, description, className, children }: PanelProps) => {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={mergeClasses(styles.panel, className)} aria-labelledby={id}>
      <div className={styles.heading}>
        <Subtitle2 as="h2" id={id}>
          {title}
        </Subtitle2>
        {description && <Text className={styles.description}>{description}</Text>}
      </div>
      {children}
    </section>
  );
};
