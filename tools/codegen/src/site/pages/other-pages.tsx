import type { VNode } from "preact";
import { fillLabel } from "../labels/labels.js";
import { hrefOf, Layout, type Page } from "./layout.js";

/** An error that a page leads to. */
export interface Target {
  readonly name: string;
  readonly message: string;
}

/** The page of a code that several errors share. */
export function SharedCodePage(props: {
  readonly page: Page;
  readonly code: string;
  readonly targets: readonly Target[];
}): VNode {
  const { page, code, targets } = props;
  return (
    <Layout page={page}>
      <h1>
        <code>{code}</code>
      </h1>
      <p class="lead">{fillLabel(page.labels.sharedCode, { code })}</p>
      <ul>
        {targets.map(({ name, message }) => (
          <li key={name}>
            <a href={hrefOf(page, page.context.addresses.error(page.tag, name).html)}>
              <code>{name}</code>
            </a>{" "}
            <q lang="en">{message}</q>
          </li>
        ))}
      </ul>
    </Layout>
  );
}

/** The page of a code that one error has: it leads there at once, without a script too. */
export function CodePage(props: {
  readonly code: string;
  readonly name: string;
  readonly lang: string;
  readonly href: string;
  readonly canonical: string;
}): VNode {
  const { code, name, lang, href, canonical } = props;
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="refresh" content={`0;url=${href}`} />
        <meta name="viewport" content="width=device-width" />
        <link rel="canonical" href={canonical} />
        <title>{`${code} ${name}`}</title>
      </head>
      <body>
        <main>
          <h1>
            <a href={href}>{`${code} ${name}`}</a>
          </h1>
        </main>
      </body>
    </html>
  );
}

/** The page that a server shows where there is none. */
export function NotFoundPage({ page }: { page: Page }): VNode {
  const { labels, context, tag } = page;
  return (
    <Layout page={page}>
      <h1>{labels.notFound}</h1>
      <p class="lead" data-not-found="">
        {labels.notFoundHint}
      </p>
      <p>
        <a href={hrefOf(page, context.addresses.index(tag).html)}>{labels.allErrors}</a>
      </p>
    </Layout>
  );
}
