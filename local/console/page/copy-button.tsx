/** Copies a text, and says so. */
import { Button, type ButtonProps } from "@fluentui/react-components";
import { CheckmarkRegular, CopyRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";

const SAID_FOR_MS = 2_000;

interface CopyButtonProps extends Pick<ButtonProps, "appearance"> {
  /** What the button is called. */
  readonly title: string;
  /** Shown beside the sign; without it the title is only read out. */
  readonly children?: string;
  text(): string | Promise<string>;
}

export const CopyButton = ({ title, children, text, appearance = "subtle" }: CopyButtonProps) => {
  const [outcome, setOutcome] = useState<"copied" | "failed">();
  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(await text());
      setOutcome("copied");
    } catch {
      setOutcome("failed");
    }
  };
  const said = { copied: "Copied", failed: "The browser does not let this page copy" };
  return (
    <Button
      size="small"
      appearance={appearance}
      icon={outcome === "copied" ? <CheckmarkRegular /> : <CopyRegular />}
      aria-label={outcome ? said[outcome] : title}
      onClick={copy}
    >
      {children !== undefined && (outcome ? said[outcome] : children)}
    </Button>
  );
};
