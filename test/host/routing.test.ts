import { app, type HttpHandler } from "@azure/functions";
import { describe, expect, it } from "vitest";
import { send } from "./raw-request.ts";
import { runHost } from "./running-host.ts";

const saying =
  (body: string): HttpHandler =>
  () => ({ body });

describe("the routes of the local host", () => {
  it("are tried in the alphabetical order of the functions' names, whatever their case", async () => {
    const host = await runHost(() => {
      app.get("Zebra", { route: "items/{id}", handler: saying("Zebra") });
      app.get("apple", { route: "items/special", handler: saying("apple") });
      app.get("Middle", { route: "{anything}/special", handler: saying("Middle") });
    });
    const answer = await fetch(`${host.url}/api/items/special`);
    expect(await answer.text()).toBe("apple");
    expect(host.functions.map(({ name }) => name)).toEqual(["apple", "Middle", "Zebra"]);
  });

  it("give their parameters decoded, but for an encoded slash", async () => {
    const host = await runHost(() => {
      app.get("Show", {
        route: "users/{user}/files/{file}",
        handler: ({ params, url }) => ({ jsonBody: { params, url } }),
      });
    });
    const target = "/api/users/J%C3%B6rg%20K/files/a%2Fb%2fc";
    const { body } = await send(host.url, { target });
    expect(JSON.parse(body)).toEqual({
      params: { user: "Jörg K", file: "a%2Fb%2fc" },
      url: `${host.url}${target}`,
    });
  });

  it("take what is no valid encoding as it stands", async () => {
    const host = await runHost(() => {
      app.get("Show", { route: "items/{id}", handler: ({ params }) => ({ jsonBody: params }) });
    });
    const { body } = await send(host.url, { target: "/api/items/100%" });
    expect(JSON.parse(body)).toEqual({ id: "100%" });
  });

  it("ignore case and a closing slash, and need every segment", async () => {
    const host = await runHost(() => {
      app.get("Show", { route: "items/{id}", handler: saying("found") });
    });
    const statusOf = async (path: string) => (await fetch(`${host.url}${path}`)).status;
    expect(await statusOf("/API/Items/7/")).toBe(200);
    expect(await statusOf("/api/%69tems/7")).toBe(200);
    expect(await statusOf("/api/items")).toBe(404);
    expect(await statusOf("/api/items/7/more")).toBe(404);
    expect(await statusOf("/api//items/7")).toBe(404);
    expect(await statusOf("/items/7")).toBe(404);
  });

  it("begin with the prefix of host.json, or with none", async () => {
    const load = () => app.get("Hello", saying("hello"));
    const prefixed = await runHost(load, { extensions: { http: { routePrefix: "v2/x" } } });
    const bare = await runHost(load, { extensions: { http: { routePrefix: "" } } });
    expect((await fetch(`${prefixed.url}/v2/x/hello`)).status).toBe(200);
    expect((await fetch(`${bare.url}/hello`)).status).toBe(200);
    expect(bare.functions).toEqual([
      { kind: "http", name: "Hello", route: "Hello", methods: ["GET"] },
    ]);
  });

  it("answer another method, and HEAD where it is not asked for, with 404 and no body", async () => {
    const host = await runHost(() => {
      app.http("Show", { methods: ["GET"], route: "show", handler: saying("shown") });
    });
    for (const method of ["POST", "DELETE", "HEAD", "OPTIONS"]) {
      const answer = await fetch(`${host.url}/api/show`, { method });
      expect(answer.status).toBe(404);
      expect(await answer.text()).toBe("");
    }
  });

  it("answer HEAD with the headers alone where the function takes it", async () => {
    const host = await runHost(() => {
      app.http("Show", {
        methods: ["GET", "HEAD"],
        handler: ({ method }) => ({ headers: { "x-method": method }, body: "shown" }),
      });
    });
    const answer = await fetch(`${host.url}/api/show`, { method: "HEAD" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("x-method")).toBe("HEAD");
    expect(await answer.text()).toBe("");
  });

  it("refuse a target that is no path, and a request line of more than 8 KB", async () => {
    const host = await runHost(() => app.get("Hello", saying("hello")));
    expect((await send(host.url, { target: "http://elsewhere.example/api/hello" })).status).toBe(
      400,
    );
    const line = (length: number) => `/api/hello?q=${"x".repeat(length - 13 - 15)}`;
    expect((await send(host.url, { target: line(8192) })).status).toBe(200);
    expect((await send(host.url, { target: line(8193) })).status).toBe(414);
  });

  it.each(["admin/users", "administrators", "Runtime/x"])(
    "cannot be %s, which the host keeps to itself",
    async (route) => {
      const load = () => app.get("Taken", { route, handler: saying("") });
      await expect(runHost(load)).rejects.toThrow("conflicts with one or more built in routes");
    },
  );

  it("cannot hold more than plain parameters", async () => {
    const load = () => app.get("Any", { route: "any/{*rest}", handler: saying("") });
    await expect(runHost(load)).rejects.toThrow("more than plain parameters");
  });
});
