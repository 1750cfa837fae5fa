/** Properties, as mutants are tested: the same cases each time, and none made smaller for a reader. */
import * as fc from "fast-check";

fc.configureGlobal({ seed: 20_261_125, endOnFailure: true });
