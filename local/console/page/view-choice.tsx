/** The choice of what the page shows. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexWrap: "wrap",
    gap: `0 ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  view: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    font: "inherit",
    fontSize: tokens.fontSizeBase400,
    color: tokens.colorNeutralForeground2,
    backgroundColor: "transparent",
    border: "none",
    borderBottom: "3px solid transparent",
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    borderBottom: `3px solid ${tokens.colorCompoundBrandStroke}`,
  },
});

const TITLES = {
  actions: "Actions",
  triggers: "Triggers",
  spending: "Spending",
  sandbox: "Sandbox",
};

export type View = keyof typeof TITLES;

interface ViewChoiceProps {
  readonly views: readonly View[];
  readonly chosen: View;
  onChoose(view: View): void;
}

export const ViewChoice = ({ views, chosen, onChoose }: ViewChoiceProps) => {
  const styles = useStyles();
  return (
    <nav className={styles.list} aria-label="Views">
      {views.map((view) => (
        <button
          key={view}
          type="button"
          className={mergeClasses(styles.view, view === chosen && styles.chosen)}
          {...(view === chosen && { "aria-current": "page" })}
          onClick={() => onChoose(view)}
        >
          {TITLES[view]}
        </button>
      ))}
    </nav>
  );
};
