import { expect, it } from "vitest";
import { errorResponse, toConnectorError } from "../../../src/http/error-response.ts";
import { StoreUnavailableError } from "../../../src/store/store.ts";

it("a store that is away is 503 with Retry-After, and tells nothing of itself", () => {
  const { status, headers, body } = errorResponse(
    toConnectorError(new StoreUnavailableError("account contoso")),
  );
  expect([status, headers["Retry-After"]]).toEqual([503, "10"]);
  expect(JSON.parse(body)).toMatchObject({ status: 503, code: "StateUnavailable" });
  expect(body).not.toContain("contoso");
});

it("a bug is 500 and tells nothing of itself", () => {
  const { status, body } = errorResponse(toConnectorError(new TypeError("secret detail")));
  expect([status, JSON.parse(body).code]).toEqual([500, "InternalError"]);
  expect(body).not.toContain("secret detail");
});
