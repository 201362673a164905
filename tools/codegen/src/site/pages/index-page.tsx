import type { VNode } from "preact";
import type { ErrorDescription } from "../describe-error.js";
import { fillLabel } from "../labels/labels.js";
import { hrefOf, Layout, langOf, type Page } from "./layout.js";
import { SignFromSheet, SignSheet } from "./sign.js";

interface IndexProps {
  readonly page: Page;
  /** The errors of each category, in the order of the manifest. */
  readonly groups: ReadonlyMap<string, readonly ErrorDescription[]>;
  /** The failures that no entry is about. */
  readonly general: readonly ErrorDescription[];
}

/** The list of all errors. */
export function IndexPage({ page, groups, general }: IndexProps): VNode {
  const { labels } = page;
  const total = [...groups.values()].flat().length;
  return (
    <Layout page={page}>
      <SignSheet />
      <h1>{labels.allErrors}</h1>
      <p id="count" role="status" data-label={labels.count}>
        {fillLabel(labels.count, { shown: total, total })}
      </p>
      <div id="filters" />
      <table class="index" data-filter={labels.category} data-all={labels.all}>
        <thead>
          <tr>
            <th scope="col">{labels.code}</th>
            <th scope="col">{labels.error}</th>
            <th scope="col">{labels.again}</th>
            <th scope="col">{labels.outcome}</th>
          </tr>
        </thead>
        {[...groups].map(([category, errors]) => (
          <tbody data-category={category} key={category}>
            <Heading page={page} category={category} count={errors.length} />
            {errors.map((error) => (
              <Row page={page} error={error} key={error.name} />
            ))}
          </tbody>
        ))}
        <tbody>
          <tr class="group">
            <th colspan={4} scope="rowgroup">
              {labels.general}
            </th>
          </tr>
          {general.map((error) => (
            <Row page={page} error={error} key={error.name} />
          ))}
        </tbody>
      </table>
    </Layout>
  );
}

interface HeadingProps {
  readonly page: Page;
  readonly category: string;
  readonly count: number;
}

function Heading({ page, category, count }: HeadingProps): VNode {
  const { name, description } = page.own.categoryOf(category);
  return (
    <tr class="group">
      <th colspan={4} scope="rowgroup">
        <span {...langOf(page, name.locale)}>{name.text}</span> ({count}){" "}
        <small {...langOf(page, description.locale)}>{description.text}</small>
      </th>
    </tr>
  );
}

function Row({ page, error }: { page: Page; error: ErrorDescription }): VNode {
  const { labels, context, tag } = page;
  const { name, code, texts, next, outcome, retired } = error;
  return (
    <tr data-outcome={outcome} data-again={next.write}>
      <td>
        <code>{code}</code>
      </td>
      <th scope="row">
        <a href={hrefOf(page, context.addresses.error(tag, name).html)}>
          <span {...langOf(page, texts.locale)}>{texts.title || name}</span>
        </a>{" "}
        <code>{retired === null ? name : <s>{name}</s>}</code>
      </th>
      <td>
        <SignFromSheet action={next.write} /> {labels.answers[next.write].short}
      </td>
      <td>{labels.outcomes[outcome]}</td>
    </tr>
  );
}
