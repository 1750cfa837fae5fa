/** The one shape of an error: flat, as makers know it from Microsoft's own connectors. */
import { ConnectorError, stateUnavailable } from "../connector/errors.ts";
import { KeysUnavailableError } from "../sealing/key-ring.ts";
import { StoreUnavailableError } from "../store/store.ts";
import { jsonResponse } from "./json-response.ts";
import type { ConnectorResponse } from "./message.ts";

const SOURCE = "x-connector";

/** Whatever was thrown, as an error that a caller may see. What is unknown is a bug and tells nothing of itself. */
export const toConnectorError = (thrown: unknown): ConnectorError => {
  if (thrown instanceof ConnectorError) return thrown;
  if (thrown instanceof StoreUnavailableError) {
    return stateUnavailable(
      "The connector's store cannot be reached right now. Try again in a moment.",
      thrown,
    );
  }
  if (thrown instanceof KeysUnavailableError) {
    return stateUnavailable(
      "The connector's keys cannot be reached right now. Try again in a moment.",
      thrown,
    );
  }
  return new ConnectorError(
    "InternalError",
    "The connector failed unexpectedly. Try again; if it stays, give the x-request-id to whoever runs the connector.",
    { cause: thrown },
  );
};

/** What the log tells of an error beside what its caller was told. */
export const causeOf = ({ options: { cause } }: ConnectorError): string | undefined =>
  cause instanceof Error ? `${cause.name}: ${cause.message}`.slice(0, 200) : undefined;

/** The answer for an error, with Retry-After where the error knows the time. */
export const errorResponse = ({
  code,
  status,
  message,
  options,
}: ConnectorError): ConnectorResponse => {
  const { target, details, x, extra, retryAfterSeconds } = options;
  return jsonResponse(
    status,
    {
      status,
      code,
      message,
      source: SOURCE,
      ...(target && { target }),
      ...(details && { details }),
      ...(x && { x }),
      ...extra,
    },
    retryAfterSeconds === undefined ? {} : { "Retry-After": String(retryAfterSeconds) },
  );
};
