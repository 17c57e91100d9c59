/* Which cells may be wrong: fetched once findings are there. */

export { defectsOf } from "../../jobs/defects.js";
