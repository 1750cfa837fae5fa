/** The page before its definition is there, and when it never comes. */
import { Spinner } from "@fluentui/react-components";
import { Problem } from "./problem.tsx";

export const Loading = () => <Spinner label="Reading the connector’s definition" />;

export const LoadProblem = ({ message }: { readonly message: string }) => (
  <Problem title="The console could not start">
    {message}. Is the local start still running? Start it again and reload this page.
  </Problem>
);
