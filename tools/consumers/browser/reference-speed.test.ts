/// <reference lib="dom" />
import { expect, inject, test } from "vitest";
import { errors, exampleMessage } from "../test/reference.js";
import { isSkipped } from "./chromium.js";
import { openContext } from "./page.js";

const { site, drawnMs } = inject("reference");

const inMs = (time: number | undefined) => `${(time ?? 0).toFixed(1)} ms`;

// A busy machine must not fail a build: what was measured is printed, and not judged.
test.skipIf(isSkipped)(
  "a pasted response is recognized; how long it takes is printed",
  async () => {
    const bodies = errors.map((entry) =>
      JSON.stringify({ code: entry.code, msg: exampleMessage(entry) }),
    );
    const context = await openContext();
    try {
      const page = await context.newPage();
      await page.goto(`${site}/index.html`);
      await page.waitForSelector("#box textarea");
      const times = await page.evaluate(async (all) => {
        const input = document.querySelector("textarea") as HTMLTextAreaElement;
        const status = document.querySelector("#box [role=status]") as HTMLElement;
        const measured: number[] = [];
        for (const body of all) {
          status.textContent = "waiting";
          const begin = performance.now();
          input.value = body;
          input.dispatchEvent(new Event("paste"));
          while (status.textContent === "waiting")
            await new Promise((resolve) => setTimeout(resolve));
          measured.push(performance.now() - begin);
        }
        return measured;
      }, bodies);
      const [first] = times;
      const sorted = [...times].sort((one, two) => one - two);
      const [median, slowest] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
      console.log(
        `a pasted response: first ${inMs(first)}, median ${inMs(median)}, slowest ${inMs(slowest)} of ${times.length}; drawing the site: ${inMs(drawnMs)}`,
      );
      expect(times).toHaveLength(errors.length);
    } finally {
      await context.close();
    }
  },
);
