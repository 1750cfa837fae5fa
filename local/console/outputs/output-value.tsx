/** A single output: a picture where its name says so, else text. */
import { Image, Link, makeStyles, Text, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  image: { marginRight: tokens.spacingHorizontalXS },
  nothing: { color: tokens.colorNeutralForeground3 },
  text: { whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
});

/** Pictures from elsewhere are only linked: this page loads nothing from outside. */
const isLocal = (url: string): boolean =>
  URL.canParse(url, location.href) && new URL(url, location.href).hostname === location.hostname;

export const Nothing = () => {
  const styles = useStyles();
  return <Text className={styles.nothing}>empty</Text>;
};

interface OutputValueProps {
  readonly isImage: boolean;
  readonly value: unknown;
}

export const OutputValue = ({ isImage, value }: OutputValueProps) => {
  const styles = useStyles();
  const text = String(value);
  if (text === "") return <Nothing />;
  if (!isImage) return <Text className={styles.text}>{text}</Text>;
  if (isLocal(text))
    return (
      <Image className={styles.image} src={text} alt="" height={48} shape="rounded" bordered />
    );
  return (
    <Link href={text} target="_blank" rel="noreferrer">
      {text}
    </Link>
  );
};
