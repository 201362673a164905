import { Fragment, type VNode } from "preact";
import { type ErrorDescription, idsOf } from "../describe-error.js";
import { fillLabel } from "../labels/labels.js";
import { reportLink } from "../report-link.js";
import { joinSentences, timeIn } from "../writing.js";
import { Confused, Evidence, Params, Retired, Wire } from "./error-sections.js";
import { Layout, langOf, type Page } from "./layout.js";
import { Sign } from "./sign.js";

/** The page of one error. */
export function ErrorPage({ page, error }: { page: Page; error: ErrorDescription }): VNode {
  const { labels } = page;
  const { texts, code, name, developer, example } = error;
  const lang = langOf(page, texts.locale);
  return (
    <Layout page={page}>
      <p class="id">
        {idsOf(error).map((id, index) => (
          <Fragment key={id}>
            {index > 0 && " "}
            <code data-copy="">{id}</code>
          </Fragment>
        ))}
      </p>
      <h1 {...(texts.title === "" ? {} : lang)}>{texts.title || name}</h1>
      <p class="lead" {...langOf(page, texts.messageLocale)}>
        {texts.message}
      </p>
      <Retired page={page} error={error} />
      <Again page={page} error={error} />
      {texts.description !== "" && (
        <section>
          <h2>{labels.whatToDo}</h2>
          <p {...lang}>{texts.description}</p>
        </section>
      )}
      {developer !== null && (
        <section>
          <h2>{labels.developers}</h2>
          <p {...langOf(page, developer.locale)}>
            <WithCode text={developer.text} />
          </p>
        </section>
      )}
      <Wire page={page} error={error} />
      <Params page={page} error={error} />
      {example !== null && (
        <section>
          <h2>{labels.handle}</h2>
          <pre data-copy="" lang="en">
            <code>{example}</code>
          </pre>
        </section>
      )}
      <Confused page={page} error={error} />
      <Evidence page={page} error={error} />
      {code !== null && (
        <p>
          <a href={reportLink(error, page.context)} rel="noreferrer">
            {labels.report}
          </a>
        </p>
      )}
      {!error.reviewed && <p class="note">{labels.unread}</p>}
    </Layout>
  );
}

/** A text in which backticks enclose code, as developers write it. */
function WithCode({ text }: { text: string }): VNode {
  const parts = text.split("`");
  return (
    <>{parts.map((part, index) => (index % 2 === 0 ? part : <code key={index}>{part}</code>))}</>
  );
}

/** The answer to what everybody asks first. */
function Again({ page, error }: { page: Page; error: ErrorDescription }): VNode {
  const { labels } = page;
  const { next, texts, waitMs } = error;
  const { short, sentence } = labels.answers[next.write];
  const time = waitMs > 0 ? fillLabel(labels.atLeast, { time: timeIn(labels.tag, waitMs) }) : "";
  return (
    <section class={`again ${next.write}`}>
      <Sign action={next.write} />
      <div>
        <h2>{labels.again}</h2>
        <p class="answer">{short}</p>
        <p>{joinSentences([sentence, time])}</p>
        {texts.outcome !== "" && <p {...langOf(page, texts.locale)}>{texts.outcome}</p>}
        {next.read !== next.write && (
          <p>{fillLabel(labels.read, { answer: labels.answers[next.read].short })}</p>
        )}
      </div>
    </section>
  );
}
