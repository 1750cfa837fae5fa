/** The pages that a person may see while signing in: plain HTML, no script, everything escaped. */
import { createHash } from "node:crypto";
import type { ConnectorResponse } from "../http/message.ts";
import { PAGE_STYLE } from "./page-style.ts";

export interface Page {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** What to copy, by name. */
  readonly facts?: readonly (readonly [name: string, value: string])[];
  readonly link?: { readonly href: string; readonly text: string };
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

const HEADERS = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "no-store",
  "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${createHash("sha256").update(PAGE_STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
} as const;

const body = ({ title, paragraphs, facts = [], link }: Page): string =>
  [
    `<h1>${escaped(title)}</h1>`,
    ...paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`),
    ...(facts.length > 0
      ? [
          `<dl>${facts.map(([name, value]) => `<dt>${escaped(name)}</dt><dd><code>${escaped(value)}</code></dd>`).join("")}</dl>`,
        ]
      : []),
    ...(link ? [`<p><a href="${escaped(link.href)}">${escaped(link.text)}</a></p>`] : []),
  ].join("\n");

export const pageResponse = (
  status: number,
  page: Page,
  headers: Readonly<Record<string, string>> = {},
): ConnectorResponse => ({
  status,
  headers: { ...HEADERS, ...headers },
  body: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(page.title)}</title><style>${PAGE_STYLE}</style></head>
<body>
${body(page)}
</body>
</html>
`,
});
