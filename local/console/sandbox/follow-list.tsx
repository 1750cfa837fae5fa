/** Who follows whom, by the one who follows. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { SandboxState } from "./sandbox-client.ts";

const useStyles = makeStyles({
  list: { display: "grid", gap: tokens.spacingVerticalS, margin: 0 },
  followed: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

export const FollowList = ({ follows }: Pick<SandboxState, "follows">) => {
  const styles = useStyles();
  const followers = [...new Set(follows.map(({ follower }) => follower))];
  return (
    <dl className={styles.list}>
      {followers.map((name) => (
        <div key={name}>
          <dt>
            <Text weight="semibold">@{name}</Text>
          </dt>
          <dd className={styles.followed}>
            follows{" "}
            {follows
              .filter(({ follower }) => follower === name)
              .map(({ followed }) => `@${followed}`)
              .join(", ")}
          </dd>
        </div>
      ))}
    </dl>
  );
};
