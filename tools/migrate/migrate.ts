/** `npm run migrate -- FILE|FOLDER… [options]`: writes flows and workflows of Microsoft's X connector for this one. */
import { runCommand } from "./command.ts";

process.exitCode = await runCommand(process.argv.slice(2), console);
