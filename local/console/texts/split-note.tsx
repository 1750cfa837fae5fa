/** The posts that a long text is split into, as one types. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { countOf } from "../calls/count.ts";
import { ofText, useExplained } from "./use-explained.ts";

const useStyles = makeStyles({
  note: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
    marginTop: tokens.spacingVerticalXS,
  },
  posts: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
    maxHeight: "280px",
    margin: 0,
    padding: 0,
    overflow: "auto",
    listStyle: "none",
  },
  post: {
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
    whiteSpace: "pre-wrap",
  },
  tooMany: { color: tokens.colorPaletteRedForeground1 },
});

interface Split {
  readonly posts: readonly string[];
  readonly most: number;
}

/** By the connector's own rules; a text of which no thread is made is not split at every key. */
const explain = ofText(async (text): Promise<Split | undefined> => {
  const [{ splitText }, limits] = await Promise.all([
    import("../../../src/publishing/split-text.ts"),
    import("../../../src/connector/limits.ts"),
  ]);
  if (text.length > limits.PREMIUM_TEXT_MAX_LENGTH) return undefined;
  return { posts: await splitText(text), most: limits.THREAD_MAX_PARTS };
});

export const SplitNote = ({ text }: { readonly text: string }) => {
  const styles = useStyles();
  const split = useExplained(text, explain);
  if (!split) return null;
  const { posts, most } = split;
  return (
    <div className={styles.note}>
      <Text
        size={200}
        aria-live="polite"
        {...(posts.length > most && { className: styles.tooMany })}
      >
        Makes {countOf(posts.length, "post")}
        {posts.length > most && `, and a thread has up to ${most}`}
      </Text>
      {posts.length > 1 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <ol className={styles.posts} aria-label="The posts that this text makes" tabIndex={0}>
          {posts.map((post) => (
            <li key={post} className={styles.post}>
              {post}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
};
