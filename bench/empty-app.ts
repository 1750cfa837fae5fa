/** An app of one function that does nothing: what the Functions library alone takes to load. */
import { app } from "@azure/functions";

app.get("empty", { authLevel: "anonymous", handler: () => ({ status: 204 }) });
