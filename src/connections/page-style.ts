/** How the plain pages look, light and dark: those of the broker, and the sandbox's beside them. */
export const PAGE_STYLE =
  ":root{color-scheme:light dark}" +
  "body{font:16px/1.5 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 1rem;color:#1b1b1b;background:#fff;overflow-wrap:anywhere}" +
  "h1{font-size:1.5rem}dt{font-weight:600;margin-top:1rem}dd{margin:0}" +
  "code{background:#f3f2f1;padding:.1rem .3rem}button,select{font:inherit;padding:.5rem 1rem;max-width:100%}" +
  "@media(prefers-color-scheme:dark){body{color:#f3f2f1;background:#1b1a19}code{background:#323130}a{color:#6cb8f6}}";
