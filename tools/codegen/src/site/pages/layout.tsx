import type { ComponentChildren, VNode } from "preact";
import { ASSETS, addressOf, linkTo, type PageFiles } from "../addresses.js";
import type { CatalogWords } from "../catalog-words.js";
import type { Labels } from "../labels/labels.js";
import type { SiteContext } from "../site-context.js";
import { blankAfter, directionOf, languageIn } from "../writing.js";

/** The properties of a page, beside its content. */
export interface Page {
  readonly context: SiteContext;
  readonly tag: string;
  readonly labels: Labels;
  /** The names of the catalog and of its categories. */
  readonly own: CatalogWords;
  /** The file of the page. */
  readonly file: string;
  readonly title: string;
  readonly description: string;
  /** The file of the same page in each language; empty: the page has no other language. */
  readonly translations: ReadonlyMap<string, string>;
  /** The other forms of the page; undefined: it has none, since it stands at no address. */
  readonly twins?: Pick<PageFiles, "md" | "json">;
  /** Whether it is the list of all errors, which has styles of its own. */
  readonly isIndex?: boolean;
  /** The address from which links start on a page that a server shows at any address. */
  readonly root?: string;
}

/** The content security policy: scripts and styles run from the site itself, and nothing else. */
const POLICY =
  "default-src 'none';script-src 'self';style-src 'self';img-src 'self';base-uri 'none';form-action 'none'";

/**
 * Returns the page's policy. Lighthouse asks for robots.txt as if it were the page: at a known
 * address, that one file may be read.
 */
function policyOf({ baseUrl }: SiteContext): string {
  if (baseUrl === undefined) return POLICY;
  return `${POLICY};connect-src ${new URL("/robots.txt", baseUrl).href}`;
}

/** A whole page. */
export function Layout({ page, children }: { page: Page; children: ComponentChildren }): VNode {
  const { labels, title, context } = page;
  const asset = (name: string) => hrefOf(page, `${ASSETS}/${name}`);
  const home = hrefOf(page, context.addresses.index(page.tag).html);
  return (
    <html lang={labels.tag} dir={directionOf(labels.tag) === "rtl" ? "rtl" : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policyOf(context)} />
        <meta name="viewport" content="width=device-width" />
        <meta name="referrer" content="no-referrer" />
        <title>{title}</title>
        <meta name="description" content={page.description} />
        <link rel="stylesheet" href={asset(`style-${page.tag}.css`)} />
        {page.isIndex === true && <link rel="stylesheet" href={asset("index.css")} />}
        <link rel="icon" href={asset("icon.svg")} />
        <Relations page={page} />
        <script defer src={asset(`texts-${page.tag}.js`)} />
        {page.isIndex !== true && <script defer src={asset(`titles-${page.tag}.js`)} />}
        <script defer src={asset("site.js")} data-root={hrefOf(page, "")} data-tag={page.tag} />
      </head>
      <body>
        <a class="skip" href="#main">
          {labels.skip}
        </a>
        <header>
          <a class="home" href={home} {...langOf(page, page.own.title.locale)}>
            {page.own.title.text}
          </a>
          <Languages page={page} />
        </header>
        <search id="box" />
        <main id="main">{children}</main>
        <Footer page={page} />
      </body>
    </html>
  );
}

/** Returns a link from the page to a file of the site. */
export function hrefOf({ file, root }: Page, target: string): string {
  if (root !== undefined) return root + target;
  return target === "" ? linkTo(file, ".").replace(/[^/]$/, "$&/") : linkTo(file, target);
}

/** Says to machines where the other forms of the page are. */
function Relations({ page }: { page: Page }): VNode {
  const { context, file, translations, title, description } = page;
  const { baseUrl } = context;
  const toLink = (target: string) =>
    baseUrl === undefined ? hrefOf(page, target) : addressOf(baseUrl, target);
  const source = translations.get(context.addresses.tags[0] ?? "");
  return (
    <>
      {baseUrl !== undefined && translations.size > 0 && (
        <link rel="canonical" href={addressOf(baseUrl, file)} />
      )}
      {translations.size > 1 &&
        [...translations].map(([other, target]) => (
          <link rel="alternate" hreflang={other} href={toLink(target)} key={other} />
        ))}
      {translations.size > 1 && source !== undefined && (
        <link rel="alternate" hreflang="x-default" href={toLink(source)} />
      )}
      <Twins page={page} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      {baseUrl !== undefined && <meta property="og:url" content={addressOf(baseUrl, file)} />}
    </>
  );
}

/** Says to machines where the page is as Markdown and as JSON. */
export function Twins({ page }: { page: Page }): VNode | null {
  const { twins } = page;
  if (twins === undefined) return null;
  return (
    <>
      <link rel="alternate" type="text/markdown" href={hrefOf(page, twins.md)} />
      <link rel="alternate" type="application/json" href={hrefOf(page, twins.json)} />
    </>
  );
}

function Languages({ page }: { page: Page }): VNode | null {
  const { translations, labels, tag } = page;
  if (translations.size < 2) return null;
  return (
    <nav class="languages" aria-label={labels.languages}>
      {[...translations].map(([other, target]) =>
        other === tag ? (
          <span aria-current="true" lang={other} key={other}>
            {languageIn(other)}
          </span>
        ) : (
          <a href={hrefOf(page, target)} lang={other} hreflang={other} key={other}>
            {languageIn(other)}
          </a>
        ),
      )}
    </nav>
  );
}

function Footer({ page }: { page: Page }): VNode {
  const { labels, twins, own } = page;
  return (
    <footer>
      {twins !== undefined && (
        <p>
          {labels.thisPage}
          {blankAfter(labels.thisPage)}
          <a href={hrefOf(page, twins.md)}>Markdown</a>, <a href={hrefOf(page, twins.json)}>JSON</a>
        </p>
      )}
      <p {...langOf(page, own.description.locale)}>{own.description.text}</p>
    </footer>
  );
}

/** The language of a text, where it is not that of the page. */
export function langOf({ labels }: Page, locale: string): { lang?: string; dir?: "ltr" | "rtl" } {
  if (locale === labels.tag) return {};
  const dir = directionOf(locale);
  return dir === directionOf(labels.tag) ? { lang: locale } : { lang: locale, dir };
}
