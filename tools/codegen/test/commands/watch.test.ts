import { readFileSync, statSync, utimesSync } from "node:fs";
import { join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { startWatch } from "../start-watch.js";

test("watch generates on every save, keeps the last good output, and reports problems as they appear and are fixed", async () => {
  const acme = copyAcme();
  const watch = await startWatch(acme);
  const status = () => {
    const { entries } = JSON.parse(
      readFileSync(join(acme.catalog, "generated/catalog.json"), "utf8"),
    );
    return entries.find(({ name }: { name: string }) => name === "RATE_LIMITED").httpStatus;
  };
  expect(status()).toBe(429);
  await watch.hear("generated/catalog.json", () =>
    acme.edit("catalog/payments.yaml", "httpStatus: 429", "httpStatus: 503"),
  );
  expect(status()).toBe(503);

  await watch.hear("No files were changed.", () =>
    acme.edit("catalog/payments.yaml", "httpStatus: 503", "httpStatus: often"),
  );
  const file = relative(process.cwd(), join(acme.catalog, "catalog/payments.yaml"));
  expect(watch.printed).toContain(`${file}:42:17 error "httpStatus" must be an integer or null`);
  // What only rules see is not fixed by a file that cannot be read.
  expect(watch.printed).not.toContain("fixed ");
  expect(status()).toBe(503);
  // Of one save, two changes may be reported: "No files were changed." can come once more.
  await watch.hear("fixed ", () =>
    acme.edit("catalog/payments.yaml", "httpStatus: often", "httpStatus: 418"),
  );
  expect(watch.printed).toMatch(/fixed .*"httpStatus" must be an integer/);
  await expect.poll(status, { timeout: 60_000 }).toBe(418);

  // One save within 50 ms of another is not lost.
  for (const next of [419, 420, 421, 422]) {
    acme.edit("catalog/payments.yaml", `httpStatus: ${next - 1}`, `httpStatus: ${next}`);
    await sleep(15);
  }
  await expect.poll(status, { timeout: 60_000 }).toBe(422);

  // Custom emitters are watched with the catalog, and imported again.
  acme.write(
    "emitters/own.mjs",
    'export const emitter = { name: "own", from: "catalog", emit: () => [{ path: "generated/own.txt", text: "1" }] };',
  );
  await watch.hear("/generated/own.txt", () =>
    acme.edit("catalog.yaml", "runtime: true", "runtime: true\nemitters: [emitters/own.mjs]"),
  );
  await watch.hear("/generated/own.txt", () =>
    acme.edit("emitters/own.mjs", 'text: "1"', 'text: "2"'),
  );
  expect(readFileSync(join(acme.catalog, "generated/own.txt"), "utf8")).toBe("2");

  // So are the modules that an emitter imports, and an emitter whose time is as it was.
  acme.write("emitters/helper.mjs", 'export const text = "3";');
  await watch.hear("/generated/own.txt", () =>
    acme.write(
      "emitters/own.mjs",
      'import { text } from "./helper.mjs";\nexport const emitter = { name: "own", from: "catalog", emit: () => [{ path: "generated/own.txt", text }] };',
    ),
  );
  await watch.hear("/generated/own.txt", () => acme.edit("emitters/helper.mjs", "3", "4"));
  expect(readFileSync(join(acme.catalog, "generated/own.txt"), "utf8")).toBe("4");
  const own = join(acme.catalog, "emitters/own.mjs");
  const { atime, mtime } = statSync(own);
  await watch.hear("/generated/own.txt", () => {
    acme.edit("emitters/own.mjs", "text }]", 'text: "5" }]');
    utimesSync(own, atime, mtime);
  });
  expect(readFileSync(join(acme.catalog, "generated/own.txt"), "utf8")).toBe("5");
  await watch.hear("own.mjs cannot be loaded", () =>
    acme.edit("emitters/own.mjs", "emitter =", "="),
  );
});

test("watch does not call a warning fixed whose count has changed", async () => {
  const acme = copyAcme();
  const before = acme.read("locales/pt-BR.json");
  const watch = await startWatch(acme);
  await watch.hear(" changed (", () => acme.write("locales/pt-BR.json", "{}"));
  expect(watch.printed).toContain("10 of 10 texts are missing in pt-BR");
  expect(watch.printed).not.toContain("fixed ");
  await watch.hear(" changed (", () => acme.write("locales/pt-BR.json", before));
  expect(watch.printed).toContain("9 of 10 texts are missing in pt-BR");
  expect(watch.printed).not.toContain("fixed ");
});

test("watch says which of two malformed fields is fixed while the other one is not", async () => {
  const acme = copyAcme();
  const watch = await startWatch(acme);
  await watch.hear("2 errors.", () => {
    const faulty = acme
      .read("catalog/payments.yaml")
      .replace("httpStatus: 429", "httpStatus: often");
    acme.write("catalog/payments.yaml", faulty.replace("fault: server", "fault: nobody"));
  });
  await watch.hear("1 error.", () =>
    acme.edit("catalog/payments.yaml", "httpStatus: often", "httpStatus: 429"),
  );
  expect(watch.printed).toMatch(/fixed .*"httpStatus" must be an integer/);
});
