import type { MessageBundle } from "#messages/message-bundle.js";
import { loadScript } from "./load-script.js";
import { pageTag, siteTags } from "./page-place.js";
import { bundleOf } from "./site-texts.js";

/** Loads the texts of each language of the site, when a sentence is looked for in them. */
export function loadBundles(): Promise<readonly MessageBundle[]> {
  return Promise.all(siteTags.map(loadBundle));
}

/** Loads the texts of one language. */
export async function loadBundle(tag: string): Promise<MessageBundle> {
  if (!loaded.has(tag))
    await Promise.all(["texts", "titles"].map((kind) => loadScript(`${kind}-${tag}.js`)));
  loaded.add(tag);
  return bundleOf(tag);
}

/** The languages whose scripts have run, or cannot be loaded; the page has its own. */
const loaded = new Set([pageTag]);
