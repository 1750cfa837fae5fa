import { app } from "@azure/functions";

app.http("Health", {
  methods: ["GET"],
  route: "health",
  authLevel: "anonymous",
  handler: () => ({ jsonBody: { status: "ok" } }),
});
