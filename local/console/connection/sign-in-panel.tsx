/** Getting a connection: with the maker's own X app, as in Power Platform, or with a token there already is. */
import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import { Fold } from "../page/fold.tsx";
import { Panel } from "../page/panel.tsx";
import { Problem } from "../page/problem.tsx";
import { moveClock } from "../sandbox/sandbox-client.ts";
import type { SignInError, XApp } from "./sign-in.ts";

const DAY_AND_AN_HOUR_MS = 25 * 3_600_000;

const useStyles = makeStyles({
  wait: { justifySelf: "start" },
  form: {
    display: "grid",
    gap: tokens.spacingHorizontalM,
    alignItems: "end",
    "@media (min-width: 900px)": { gridTemplateColumns: "1fr 1fr auto" },
  },
});

interface SignInPanelProps {
  readonly app: XApp | undefined;
  readonly hasSandbox: boolean;
  readonly problem: SignInError | undefined;
  onSignIn(app: XApp): void;
  onToken(token: string): void;
}

export const SignInPanel = ({ app, hasSandbox, problem, onSignIn, onToken }: SignInPanelProps) => {
  const styles = useStyles();
  const [clientId, setClientId] = useState(app?.clientId ?? "");
  const [clientSecret, setClientSecret] = useState(app?.clientSecret ?? "");
  const [token, setToken] = useState("");
  const signIn = (event: FormEvent) => {
    event.preventDefault();
    if (clientId && clientSecret) onSignIn({ clientId, clientSecret });
  };
  const waitADay = async () => {
    await moveClock(DAY_AND_AN_HOUR_MS);
    onSignIn({ clientId, clientSecret });
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
      {problem && <Problem title="Not signed in">{problem.message}</Problem>}
      {problem?.isOutOfRoom && hasSandbox && (
        <Button className={styles.wait} onClick={waitADay}>
          Let a day go by in the sandbox, and sign in
        </Button>
      )}
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
      <Fold title="Use a connection token that you already have">
        <form className={styles.form} onSubmit={takeToken}>
          <Field label="Connection token">
            <Input value={token} onChange={(_, { value }) => setToken(value)} />
          </Field>
          <Button type="submit">Use this token</Button>
        </form>
      </Fold>
    </Panel>
  );
};
