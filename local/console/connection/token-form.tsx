/** A connection by a token that the maker already has, such as the one `npm start` prints. */
import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";

const useStyles = makeStyles({
  form: { display: "grid", gap: tokens.spacingVerticalM, justifyItems: "start" },
  field: { width: "100%" },
});

export const TokenForm = ({ onToken }: { onToken(token: string): void }) => {
  const styles = useStyles();
  const [token, setToken] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (token) onToken(token.trim());
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label="Connection token" className={styles.field}>
        <Input value={token} onChange={(_, { value }) => setToken(value)} />
      </Field>
      <Button type="submit">Use this token</Button>
    </form>
  );
};
