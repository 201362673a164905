import type { Catalog } from "../catalog/catalog.js";
import type { Addresses } from "./addresses.js";
import type { Runtime } from "./load-runtime.js";

/** The values that all pages of a site share. */
export interface SiteContext {
  readonly catalog: Catalog;
  readonly runtime: Runtime;
  readonly addresses: Addresses;
  /** The address where the site is published, without a slash at the end; undefined: anywhere. */
  readonly baseUrl: string | undefined;
  /** The address for reports, with `{title}` and `{body}`; undefined: none is known. */
  readonly reportUrl: string | undefined;
}
