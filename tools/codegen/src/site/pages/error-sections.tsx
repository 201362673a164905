import type { VNode } from "preact";
import type { QuotedSource } from "../../catalog/quote-source.js";
import { type ErrorDescription, idsOf } from "../describe-error.js";
import { fillLabel, type Labels } from "../labels/labels.js";
import { blankAfter, joinSentences } from "../writing.js";
import { hrefOf, langOf, type Page } from "./layout.js";

/** The properties of a section on the page of an error. */
interface SectionProps {
  readonly page: Page;
  readonly error: ErrorDescription;
}

/** The bodies that the API sends, and what else is fixed about them. */
export function Wire({ page, error }: SectionProps): VNode | null {
  const { labels } = page;
  const { wire, httpStatus, aliases, variants, description, venue } = error;
  if (error.code === null) return null;
  const [body, asNumber] = wire;
  return (
    <section>
      <h2>
        {labels.wire}
        {httpStatus !== null && (
          <small> {fillLabel(labels.withStatus, { status: httpStatus })}</small>
        )}
      </h2>
      {body !== undefined && (
        <pre data-copy="" lang="en">
          <code>{printBody(body)}</code>
        </pre>
      )}
      {asNumber !== undefined && <p>{fillLabel(labels.asNumber, { code: Number(error.code) })}</p>}
      <dl>
        {variants.length > 0 && (
          <>
            <dt>{labels.wordings}</dt>
            {variants.map((text) => (
              <dd lang="en" key={text}>
                {text}
              </dd>
            ))}
          </>
        )}
        {aliases.length > 0 && (
          <>
            <dt>{labels.alsoCodes}</dt>
            <dd>
              <code>{aliases.join(", ")}</code>
            </dd>
          </>
        )}
        {description !== null && (
          <>
            <dt>{labels.documentedAs}</dt>
            <dd lang="en">{description}</dd>
          </>
        )}
        <Category page={page} error={error} />
      </dl>
      {venue !== null && <p>{fillLabel(labels.venue, { venue })}</p>}
    </section>
  );
}

function Category({ page, error: { category } }: SectionProps): VNode | null {
  if (category === null) return null;
  const { name } = page.own.categoryOf(category);
  const index = hrefOf(page, page.context.addresses.index(page.tag).html);
  return (
    <>
      <dt>{page.labels.category}</dt>
      <dd>
        <a href={`${index}#category=${category}`} {...langOf(page, name.locale)}>
          {name.text}
        </a>
      </dd>
    </>
  );
}

/** A body on one line where it fits, as a log has it. */
export function printBody(body: object): string {
  const line = JSON.stringify(body, undefined, 1).replace(/\n\s*/g, " ");
  return line.length <= 76 ? line : JSON.stringify(body, undefined, 2);
}

/** The values that the text of the error carries. */
export function Params({ page, error }: SectionProps): VNode | null {
  const { labels } = page;
  const params = Object.entries(error.params);
  if (params.length === 0) return null;
  return (
    <section>
      <h2>{labels.params}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{labels.param}</th>
            <th scope="col">{labels.meaning}</th>
            <th scope="col">{labels.example}</th>
          </tr>
        </thead>
        <tbody>
          {params.map(([name, { meaning, example, values = [example] }]) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td lang={page.context.catalog.manifest.sourceLocale}>{meaning}</td>
              <td>
                <code>{values.join(", ")}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The errors that are easily taken for this one, and how to tell. */
export function Confused({ page, error }: SectionProps): VNode | null {
  const { labels, context, tag } = page;
  if (error.confused.length === 0) return null;
  return (
    <section>
      <h2>{labels.confused}</h2>
      <ul>
        {error.confused.map(({ name, code, message, why }) => (
          <li key={name}>
            <a href={hrefOf(page, context.addresses.error(tag, name).html)}>
              <code>{idsOf({ code, name }).join(" ")}</code>
            </a>{" "}
            <q lang="en">{message}</q>
            <br />
            {labels[why]}
          </li>
        ))}
        {error.hasMoreConfused && (
          <li>
            {error.code !== null && context.addresses.codes.has(error.code) ? (
              <a href={hrefOf(page, context.addresses.code(tag, error.code).html)}>…</a>
            ) : (
              "…"
            )}
          </li>
        )}
      </ul>
    </section>
  );
}

/** The section with the evidence of the catalog. */
export function Evidence({ page, error }: SectionProps): VNode | null {
  const { labels } = page;
  if (error.evidence.length === 0) return null;
  return (
    <section>
      <h2>{labels.evidence}</h2>
      {!error.documented && <p>{labels.undocumented}</p>}
      {error.evidence.map((source) => (
        <figure key={`${source.document}:${source.line}`}>
          {source.text !== "" && <blockquote lang="">{source.text}</blockquote>}
          <figcaption>{printPlace(source, labels)}</figcaption>
        </figure>
      ))}
    </section>
  );
}

/** Where a quoted source stands: its document, and its line or lines. */
export function printPlace(
  { document, line, lastLine }: QuotedSource,
  { place, places }: Labels,
): string {
  return lastLine === undefined
    ? fillLabel(place, { document, line })
    : fillLabel(places, { document, line, last: lastLine });
}

/** The section on an error that the API no longer sends. */
export function Retired({ page, error }: SectionProps): VNode | null {
  const { labels, context, tag } = page;
  if (!error.retired) return null;
  const { since, reason, replacedBy, sunset } = error.retired;
  const removal = sunset === undefined ? "" : fillLabel(labels.sunset, { sunset });
  const said = joinSentences([fillLabel(labels.retired, { since, reason }), removal]);
  return (
    <p class="retired">
      {said}
      {replacedBy !== undefined && (
        <>
          {blankAfter(said)}
          {labels.replacedBy}
          {blankAfter(labels.replacedBy)}
          <a href={hrefOf(page, context.addresses.error(tag, replacedBy).html)}>
            <code>{replacedBy}</code>
          </a>
        </>
      )}
    </p>
  );
}
