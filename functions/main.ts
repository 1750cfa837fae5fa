/** What the bundle starts from: every endpoint registers itself. */
import "./health.ts";
