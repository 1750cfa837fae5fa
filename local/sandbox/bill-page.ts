/** The sandbox's bill as a page: what X would bill, by day and app, and what is left of the credits. */
import { PAGE_STYLE } from "../../src/connections/page-style.ts";
import { PRICE_LIST } from "../../src/x/prices.ts";
import type { Bill } from "./bill.ts";
import type { Reply } from "./http/reply.ts";

const dollars = (microDollars: number): string => `$${(microDollars / 1_000_000).toFixed(3)}`;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

export const billPage = (bill: Bill): Reply => {
  const { lines, microDollars } = bill.read();
  const rows = lines.map(
    (line) =>
      `<tr><td>${line.day}</td><td>${escaped(line.clientId)}</td><td>${escaped(PRICE_LIST[line.price].title)}</td><td>${line.count}</td><td>${dollars(line.microDollars)}</td></tr>`,
  );
  const credits = bill.credits();
  const left =
    credits === undefined ? "Credits have no end." : `${dollars(credits)} of credits are left.`;
  return {
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8" },
    raw: `<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bill of the sandbox X</title>
<style>${PAGE_STYLE}</style>
<h1>Bill of the sandbox X</h1>
<p>${dollars(microDollars)} in all. ${left}</p>
<table>
<thead><tr><th scope="col">UTC day</th><th scope="col">X app</th><th scope="col">What</th><th scope="col">How many</th><th scope="col">Dollars</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
</html>
`,
  };
};
