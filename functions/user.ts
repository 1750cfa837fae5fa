import { registerOperation } from "../src/app.ts";
import { user } from "../src/operations/user.ts";

registerOperation(user);
