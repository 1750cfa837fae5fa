/** The way out of waiting for an answer. It goes when the wait is over: then the keyboard is where it was before. */
import { Button } from "@fluentui/react-components";
import { useLayoutEffect, useRef } from "react";

export const StopWaiting = ({ onCancel }: { onCancel(): void }) => {
  const button = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const own = button.current;
    return () => {
      if (document.activeElement === own && before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <Button
      ref={(element: HTMLElement | null) => {
        button.current = element;
      }}
      onClick={onCancel}
    >
      Stop waiting
    </Button>
  );
};
