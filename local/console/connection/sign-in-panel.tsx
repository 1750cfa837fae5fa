/** Getting a connection: with the maker's own X app, as in Power Platform, or with a token there already is. */
import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import { Fold } from "../page/fold.tsx";
import { Panel } from "../page/panel.tsx";
import { Problem } from "../page/problem.tsx";
import { moveClock } from "../sandbox/sandbox-client.ts";
import type { AppFields } from "./api-properties.ts";
import type { SignInError, XApp } from "./sign-in.ts";
import { TokenForm } from "./token-form.tsx";

const DAY_AND_AN_HOUR_MS = 25 * 3_600_000;

const useStyles = makeStyles({
  wait: { justifySelf: "start" },
  form: {
    display: "grid",
    gap: tokens.spacingHorizontalM,
    "@media (min-width: 900px)": { gridTemplateColumns: "1fr 1fr" },
  },
  submit: { justifySelf: "start" },
});

interface SignInPanelProps {
  readonly fields: AppFields;
  /** What to fill in at once. */
  readonly app: XApp | undefined;
  readonly hasSandbox: boolean;
  readonly problem: SignInError | undefined;
  onSignIn(app: XApp): void;
  onToken(token: string): void;
}

export const SignInPanel = ({
  fields,
  app,
  hasSandbox,
  problem,
  onSignIn,
  onToken,
}: SignInPanelProps) => {
  const styles = useStyles();
  const [clientId, setClientId] = useState(app?.clientId ?? "");
  const [clientSecret, setClientSecret] = useState(app?.clientSecret ?? "");
  const signIn = (event: FormEvent) => {
    event.preventDefault();
    if (clientId && clientSecret) onSignIn({ clientId, clientSecret });
  };
  const waitADay = async () => {
    await moveClock(DAY_AND_AN_HOUR_MS);
    onSignIn({ clientId, clientSecret });
  };
  return (
    <Panel
      title="Connect to X"
      description={
        app
          ? "A flow reaches X through a connection. The sandbox X on this machine has an app ready for you: just sign in."
          : "A flow reaches X through a connection. Enter your own X app, then sign in."
      }
    >
      {problem && <Problem title="Not signed in">{problem.message}</Problem>}
      {problem?.trouble === "noRoom" && hasSandbox && (
        <Button className={styles.wait} onClick={waitADay}>
          Let a day go by in the sandbox, and sign in
        </Button>
      )}
      <form className={styles.form} onSubmit={signIn}>
        <Field label={fields.clientId.title} hint={fields.clientId.hint} required>
          <Input value={clientId} onChange={(_, { value }) => setClientId(value)} />
        </Field>
        <Field label={fields.clientSecret.title} hint={fields.clientSecret.hint} required>
          <Input
            type="password"
            autoComplete="off"
            value={clientSecret}
            onChange={(_, { value }) => setClientSecret(value)}
          />
        </Field>
        <Button type="submit" appearance="primary" className={styles.submit}>
          Sign in
        </Button>
      </form>
      <Fold title="Use a connection token that you already have">
        <TokenForm onToken={onToken} />
      </Fold>
    </Panel>
  );
};
