import type { Catalog } from "../catalog/catalog.js";
import type { Addresses } from "./addresses.js";
import type { Runtime } from "./load-runtime.js";

/** What is the same for all pages of a site. */
export interface SiteContext {
  readonly catalog: Catalog;
  readonly runtime: Runtime;
  readonly addresses: Addresses;
  /** Where the site is published, without a slash at the end; undefined: anywhere. */
  readonly baseUrl: string | undefined;
  /** Where reports go: an address with `{title}` and `{body}`; undefined: to no known place. */
  readonly reportUrl: string | undefined;
}
