/** A connection that is there: whose it is, what is left of its hour, and the way out. */
import { Avatar, Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { HourlyLimits } from "./hourly-limits.ts";
import { LimitMeter } from "./limit-meter.tsx";
import type { Connection } from "./sign-in.ts";

const useStyles = makeStyles({
  panel: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  who: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM },
  names: { display: "grid" },
  secondary: { color: tokens.colorNeutralForeground2 },
  out: { marginLeft: "auto" },
});

interface ConnectedPanelProps {
  readonly connection: Connection;
  readonly limits: HourlyLimits;
  onSignOut(): void;
}

export const ConnectedPanel = ({ connection, limits, onSignOut }: ConnectedPanelProps) => {
  const styles = useStyles();
  const { handle } = connection;
  return (
    <section className={styles.panel} aria-label="Connection">
      <div className={styles.who}>
        <Avatar
          {...(handle !== undefined && { name: handle })}
          color="brand"
          aria-hidden
          badge={{ status: "available" }}
        />
        <div className={styles.names}>
          <Text weight="semibold">{handle === undefined ? "Your connection" : `@${handle}`}</Text>
          <Text size={200} className={styles.secondary}>
            Connected
          </Text>
        </div>
      </div>
      <LimitMeter title="Posts" limit={limits.posts} />
      <LimitMeter title="Other calls" limit={limits.others} />
      <Button className={styles.out} onClick={onSignOut}>
        Sign out
      </Button>
    </section>
  );
};
