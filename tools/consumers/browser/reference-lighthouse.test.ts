import { expect, inject, test } from "vitest";
import { importLighthouse } from "../registry/fetched.js";
import { freePort } from "../test/loopback.js";
import { isSkipped, launchBrowser, PATIENCE_MS } from "./chromium.js";

/** The part of Lighthouse's result that is used. */
interface LighthouseResult {
  readonly lhr: {
    readonly lighthouseVersion: string;
    readonly runtimeError?: { readonly message: string };
    readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
    readonly audits: Readonly<Record<string, { readonly score: number | null }>>;
  };
}

interface Lighthouse {
  readonly default: (url: string, flags: object) => Promise<LighthouseResult | undefined>;
}

const { default: lighthouse } = isSkipped
  ? { default: undefined }
  : await importLighthouse<Lighthouse>();

const { site } = inject("reference");

/**
 * A page of each template, and the audits that it cannot pass: what is not found has no status of
 * success, which the browser writes to the console too.
 */
const TEMPLATES: readonly (readonly [
  template: string,
  path: string,
  skipped: readonly string[],
])[] = [
  ["the list of all errors", "index.html", []],
  ["an error", "REQUIRED_FIELD_INVALID/", []],
  ["a failure without a code", "NO_RESPONSE/", []],
  ["a code that errors share", "0001/", []],
  ["a page that is not found", "no-such-page/", ["http-status-code", "errors-in-console"]],
];

test.skipIf(isSkipped)(
  "Lighthouse gives 100 for accessibility, best practices and SEO to each template",
  async () => {
    const debugging = await freePort();
    const browser = await launchBrowser(`--remote-debugging-port=${debugging}`);
    const wrong: string[] = [];
    try {
      for (const [template, path, skipAudits] of TEMPLATES) {
        const result = await lighthouse?.(`${site}/${path}`, {
          port: debugging,
          logLevel: "error",
          onlyCategories: ["accessibility", "best-practices", "seo"],
          // Nothing is throttled, since no speed is judged: other methods wait much longer.
          throttlingMethod: "simulate",
          maxWaitForFcp: PATIENCE_MS,
          maxWaitForLoad: PATIENCE_MS,
          disableFullPageScreenshot: true,
          ignoreStatusCode: true,
          skipAudits,
        });
        if (result === undefined) throw new Error("Lighthouse has no result");
        const { lighthouseVersion, runtimeError, categories, audits } = result.lhr;
        expect(lighthouseVersion).toBe("12.2.3");
        if (runtimeError !== undefined) wrong.push(`${template}: ${runtimeError.message}`);
        const failed = Object.entries(audits)
          .filter(([, { score }]) => score !== null && score < 1)
          .map(([id]) => id);
        for (const [category, { score }] of Object.entries(categories))
          if (score !== 1) wrong.push(`${template}: ${category} ${score}: ${failed.join(", ")}`);
      }
    } finally {
      await browser.close();
    }
    expect(wrong).toEqual([]);
  },
);
