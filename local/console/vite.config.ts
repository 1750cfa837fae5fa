/** Builds the maker's console into dist/console, where the local start serves it. Nothing of it is deployed. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: "../../dist/console",
    emptyOutDir: true,
    // One page that is only ever loaded from this machine: splitting it would gain nothing.
    chunkSizeWarningLimit: 1500,
  },
});
