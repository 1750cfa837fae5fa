/** Getting a connection: with the maker's own X app, as in Power Platform, or with a token there already is. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Field,
  Input,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import { Panel } from "../page/panel.tsx";
import { Problem } from "../page/problem.tsx";
import type { XApp } from "./sign-in.ts";

const useStyles = makeStyles({
  form: {
    display: "grid",
    gap: tokens.spacingHorizontalM,
    alignItems: "end",
    "@media (min-width: 900px)": { gridTemplateColumns: "1fr 1fr auto" },
  },
});

interface SignInPanelProps {
  readonly app: XApp | undefined;
  readonly problem: string | undefined;
  onSignIn(app: XApp): void;
  onToken(token: string): void;
}

export const SignInPanel = ({ app, problem, onSignIn, onToken }: SignInPanelProps) => {
  const styles = useStyles();
  const [clientId, setClientId] = useState(app?.clientId ?? "");
  const [clientSecret, setClientSecret] = useState(app?.clientSecret ?? "");
  const [token, setToken] = useState("");
  const signIn = (event: FormEvent) => {
    event.preventDefault();
    if (clientId && clientSecret) onSignIn({ clientId, clientSecret });
  };
  const takeToken = (event: FormEvent) => {
    event.preventDefault();
    if (token) onToken(token.trim());
  };
  return (
    <Panel
      title="Connect to X"
      description={
        app
          ? "A flow reaches X through a connection. The practice X on this machine has an app ready for you: just sign in."
          : "A flow reaches X through a connection. Enter your own X app, then sign in."
      }
    >
      {problem && <Problem title="Not signed in">{problem}</Problem>}
      <form className={styles.form} onSubmit={signIn}>
        <Field label="Consumer Key" required>
          <Input value={clientId} onChange={(_, { value }) => setClientId(value)} />
        </Field>
        <Field label="Consumer Secret" required>
          <Input
            type="password"
            autoComplete="off"
            value={clientSecret}
            onChange={(_, { value }) => setClientSecret(value)}
          />
        </Field>
        <Button type="submit" appearance="primary">
          Sign in
        </Button>
      </form>
      <Accordion collapsible>
        <AccordionItem value="token">
          <AccordionHeader size="small">
            Use a connection token that you already have
          </AccordionHeader>
          <AccordionPanel>
            <form className={styles.form} onSubmit={takeToken}>
              <Field label="Connection token">
                <Input value={token} onChange={(_, { value }) => setToken(value)} />
              </Field>
              <Button type="submit">Use this token</Button>
            </form>
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </Panel>
  );
};
