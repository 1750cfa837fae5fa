import { registerOperation } from "../src/app.ts";
import { myFollowing } from "../src/operations/my-following.ts";

registerOperation(myFollowing);
