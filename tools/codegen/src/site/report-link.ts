import type { ErrorDescription } from "./describe-error.js";
import { fillLabel } from "./labels/labels.js";
import type { SiteContext } from "./site-context.js";

/** Returns the address of a report that is already filled in: those who read it read English. */
export function reportLink(
  { name, code }: ErrorDescription,
  { reportUrl = "mailto:?subject={title}&body={body}" }: SiteContext,
): string {
  const form = code === name ? "" : ` (${code})`;
  const title = `${name}${form}: the server said something else`;
  const body = "The response, without keys and signatures:\n\n";
  return fillLabel(reportUrl, {
    title: encodeURIComponent(title),
    body: encodeURIComponent(body),
  });
}
