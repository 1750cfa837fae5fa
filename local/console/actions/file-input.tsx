/** The choice of a file, with a look at it when it is a picture. */
import {
  Button,
  type FieldControlProps,
  Image,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { type RefObject, useEffect, useRef, useState } from "react";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
  },
  native: {
    maxWidth: "100%",
    font: "inherit",
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground2,
    "::file-selector-button": {
      marginRight: tokens.spacingHorizontalM,
      padding: `5px ${tokens.spacingHorizontalM}`,
      font: "inherit",
      fontWeight: tokens.fontWeightSemibold,
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
      cursor: "pointer",
    },
  },
});

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

const usePreview = (file: File | undefined): string | undefined => {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!file?.type.startsWith("image/")) return setUrl(undefined);
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
};

/** The browser's own input names the file that was entered, also where it came from another place of a list. */
const useMirrored = (file: File | undefined): RefObject<HTMLInputElement | null> => {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!input.current || input.current.files?.[0] === file) return;
    const shown = new DataTransfer();
    if (file) shown.items.add(file);
    input.current.files = shown.files;
  }, [file]);
  return input;
};

interface FileInputProps {
  readonly file: File | undefined;
  onChange(file: File | undefined): void;
  /** What ties the input to the field around it. */
  readonly labelling: FieldControlProps;
}

export const FileInput = ({ file, labelling, onChange }: FileInputProps) => {
  const styles = useStyles();
  const input = useMirrored(file);
  const preview = usePreview(file);
  const remove = () => {
    // The button goes with the file.
    input.current?.focus();
    onChange(undefined);
  };
  return (
    <div className={styles.root}>
      <input
        {...labelling}
        ref={input}
        className={styles.native}
        type="file"
        accept="image/*,video/*"
        onChange={(event) => onChange(event.target.files?.[0])}
      />
      {preview && <Image src={preview} alt={`Preview of ${file?.name}`} height={64} bordered />}
      {file && <Text size={200}>{sizeOf(file.size)}</Text>}
      {file && (
        <Button size="small" onClick={remove}>
          Remove
        </Button>
      )}
    </div>
  );
};
