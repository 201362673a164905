import type { MessageBundle } from "#messages/message-bundle.js";
import { assetAddress, pageTag, siteTags } from "./page-place.js";
import { bundleOf } from "./site-texts.js";

/** Loads the texts of each language of the site, when a sentence is looked for in them. */
export function loadBundles(): Promise<readonly MessageBundle[]> {
  return Promise.all(siteTags.map(loadBundle));
}

async function loadBundle(tag: string): Promise<MessageBundle> {
  if (!loaded.has(tag))
    await Promise.all(["texts", "titles"].map((kind) => load(`${kind}-${tag}.js`)));
  loaded.add(tag);
  return bundleOf(tag);
}

/** The languages whose scripts have run, or cannot be loaded; the page has its own. */
const loaded = new Set([pageTag]);

/** By a script: a page without a server may load nothing else, and its policy allows nothing else. */
function load(name: string): Promise<unknown> {
  const script = document.createElement("script");
  script.src = assetAddress(name);
  // Without one language the others can still be searched.
  const ended = new Promise((resolve) => {
    script.onload = script.onerror = resolve;
  });
  document.head.append(script);
  return ended;
}
