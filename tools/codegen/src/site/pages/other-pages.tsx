import type { VNode } from "preact";
import type { ErrorDescription } from "../describe-error.js";
import { fillLabel } from "../labels/labels.js";
import { hrefOf, Layout, langOf, type Page, Twins } from "./layout.js";
import { Sign } from "./sign.js";

/** The page of a code that several errors share. */
export function SharedCodePage(props: {
  readonly page: Page;
  readonly code: string;
  readonly errors: readonly ErrorDescription[];
}): VNode {
  const { page, code, errors } = props;
  const { labels } = page;
  return (
    <Layout page={page}>
      <h1>
        <code>{code}</code>
      </h1>
      <p class="lead">{fillLabel(labels.sharedCode, { code })}</p>
      <ul>
        {errors.map(({ name, message, texts, next }) => (
          <li key={name}>
            <a href={hrefOf(page, page.context.addresses.error(page.tag, name).html)}>
              <span {...langOf(page, texts.locale)}>{texts.title || name}</span>
            </a>{" "}
            <code>{name}</code>
            <br />
            <q lang="en">{message}</q>
            <br />
            <Sign action={next.write} /> {labels.again} <b>{labels.answers[next.write].short}</b>
          </li>
        ))}
      </ul>
    </Layout>
  );
}

/** The page of a code that one error has: it leads there at once, without a script too. */
export function CodePage(props: {
  readonly page: Page;
  readonly title: string;
  readonly href: string;
  readonly canonical: string;
}): VNode {
  const { page, title, href, canonical } = props;
  return (
    <html lang={page.tag}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="refresh" content={`0;url=${href}`} />
        <meta name="viewport" content="width=device-width" />
        <link rel="canonical" href={canonical} />
        <Twins page={page} />
        <title>{title}</title>
      </head>
      <body>
        <main>
          <h1>
            <a href={href}>{title}</a>
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
