/** Something that went wrong, said to the maker. */
import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactNode } from "react";

interface ProblemProps {
  readonly title: string;
  readonly children: ReactNode;
}

export const Problem = ({ title, children }: ProblemProps) => (
  <MessageBar intent="error" layout="multiline">
    <MessageBarBody>
      <MessageBarTitle>{title}</MessageBarTitle>
      {children}
    </MessageBarBody>
  </MessageBar>
);
