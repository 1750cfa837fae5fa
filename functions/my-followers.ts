import { registerOperation } from "../src/app.ts";
import { myFollowers } from "../src/operations/my-followers.ts";

registerOperation(myFollowers);
