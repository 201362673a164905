/** The locales of the site, the first at its root: codegen fills them in. */
declare const SITE_TAGS: readonly string[];

const { root = "", tag = "" } = (document.currentScript as HTMLScriptElement | null)?.dataset ?? {};

/** The language of the page. */
export const pageTag: string = tag;

/** The languages of the site. */
export const siteTags: readonly string[] = SITE_TAGS;

/** Returns the address of a script or style of the site. */
export function assetAddress(name: string): string {
  return `${root}assets/${name}`;
}

/** Returns the address of the page of an error in the language of this page. */
export function errorAddress(name: string): string {
  return `${root}${tag === SITE_TAGS[0] ? "" : `${tag}/`}${name}/index.html`;
}
