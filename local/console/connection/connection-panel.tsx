/** The connection: how to get one, or whose it is and what is left of its hour. */
import type { AppFields } from "./api-properties.ts";
import { ConnectedPanel } from "./connected-panel.tsx";
import type { XApp } from "./sign-in.ts";
import { beginSignIn, type SignInAddresses, type SignInError } from "./sign-in.ts";
import { SignInPanel } from "./sign-in-panel.tsx";
import type { ConnectionState } from "./use-connection.ts";

interface ConnectionPanelProps {
  readonly state: ConnectionState;
  readonly addresses: SignInAddresses;
  readonly fields: AppFields;
  readonly app: XApp | undefined;
  readonly hasSandbox: boolean;
  /** Why the last sign-in brought no connection. */
  readonly problem: SignInError | undefined;
}

export const ConnectionPanel = ({
  state,
  addresses,
  fields,
  app,
  hasSandbox,
  problem,
}: ConnectionPanelProps) =>
  state.connection ? (
    <ConnectedPanel connection={state.connection} limits={state.limits} onSignOut={state.signOut} />
  ) : (
    <SignInPanel
      fields={fields}
      app={app}
      hasSandbox={hasSandbox}
      problem={problem}
      onSignIn={(entered) => beginSignIn(addresses, entered)}
      onToken={(accessToken) => state.connect({ accessToken })}
    />
  );
