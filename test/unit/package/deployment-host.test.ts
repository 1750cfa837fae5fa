import { describe, expect, it } from "vitest";
import { readDeploymentHost } from "../../../tools/package/deployment-host.ts";

describe("the host of a deployment", () => {
  it.each([
    ["contoso-x.azurewebsites.net", "contoso-x.azurewebsites.net"],
    ["func-x-a1b2.westeurope-01.azurewebsites.net", "func-x-a1b2.westeurope-01.azurewebsites.net"],
    ["X.Contoso.com", "x.contoso.com"],
    ["xn--mnchen-3ya.example.org", "xn--mnchen-3ya.example.org"],
    ["9to5.contoso.com", "9to5.contoso.com"],
  ])("takes %s", (text, host) => {
    expect(readDeploymentHost(text)).toBe(host);
  });

  it.each([
    ["https://contoso.com", "scheme"],
    ["contoso.com/", "more than a host"],
    ["contoso.com/api", "more than a host"],
    ["contoso.com\\api", "more than a host"],
    ["contoso.com?x=1", "more than a host"],
    ["contoso.com#x", "more than a host"],
    ["user@contoso.com", "more than a host"],
    ["contoso.com:443", "port"],
    ["[::1]", "IP address"],
    ["127.0.0.1", "IP address"],
    ["0x7f.1", "IP address"],
    ["1.0x7f", "IP address"],
    ["2130706433", "no domain"],
    ["localhost", "no domain"],
    ["x.localhost", "cannot reach"],
    ["printer.local", "cannot reach"],
    ["x.corp.internal", "cannot reach"],
    ["contoso", "no domain"],
    ["", "no domain"],
    [".", "top-level"],
    ["contoso.com.", "top-level"],
    ["contoso..com", "DNS name"],
    ["-contoso.com", "DNS name"],
    ["con_toso.com", "DNS name"],
    ["*.contoso.com", "DNS name"],
    ["%HOST%.contoso.com", "DNS name"],
    [`${"a".repeat(64)}.com`, "DNS name"],
    [`${"a.".repeat(126)}com`, "DNS name"],
    ["contoso.com ", "beyond plain letters"],
    ["contoso.com\n", "beyond plain letters"],
    ["contoso。com", "beyond plain letters"],
    ["cоntoso.com", "beyond plain letters"],
    ["contoso.com\u200b", "beyond plain letters"],
    ["faKe.com".replace("K", "\u212a"), "beyond plain letters"],
    ["your-function-app.azurewebsites.net", "placeholder"],
  ])("refuses %j", (text, reason) => {
    expect(() => readDeploymentHost(text)).toThrow(reason);
  });
});
