/** Starts the page: fetches what it is made from, then shows it, or says why it cannot. */
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { loadConsole } from "./page/load-console.ts";
import { Loading, LoadProblem } from "./page/loading.tsx";
import { Page } from "./page/page.tsx";
import "./page/page.css";

const element = document.getElementById("root");
if (!element) throw new Error("The page has no root element");
const root = createRoot(element);

root.render(
  <Page>
    <Loading />
  </Page>,
);
loadConsole().then(
  (console) =>
    root.render(
      <Page>
        <App console={console} />
      </Page>,
    ),
  (error: Error) =>
    root.render(
      <Page>
        <LoadProblem message={error.message} />
      </Page>,
    ),
);
