import type { MessageBundle } from "#messages/message-bundle.js";
import { assetAddress, siteTags } from "./page-place.js";
import { bundleOf, siteTexts } from "./site-texts.js";

/** Loads the texts of each language of the site, when a sentence is looked for in them. */
export function loadBundles(): Promise<readonly MessageBundle[]> {
  return Promise.all(siteTags.map(load));
}

/** By a script: a page without a server may load nothing else, and its policy allows nothing else. */
async function load(tag: string): Promise<MessageBundle> {
  if (siteTexts(tag) === undefined) {
    const script = document.createElement("script");
    script.src = assetAddress(`texts-${tag}.js`);
    await new Promise((resolve) => {
      // Without one language the others can still be searched.
      script.onload = script.onerror = resolve;
      document.head.append(script);
    });
  }
  return bundleOf(tag);
}
