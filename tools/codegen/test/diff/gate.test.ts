import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  BUMP_RULES,
  bumpOf,
  type Catalog,
  type ChangeKind,
  compare,
  load,
  snapshotOf,
} from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { codegen } from "../run.js";
import { PAYMENTS } from "../test-faults.js";
import { REFUND, replace } from "./edits.js";

type Edit = (acme: Workspace) => void;

const inManifest = (line: string) => replace("packages:", `${line}\npackages:`, "catalog.yaml");
const inRateLimited = (line: string) =>
  replace("code: rate_limited", `code: rate_limited\n    ${line}`);
const subset = (names: string) =>
  inManifest(`subsets: { few: { description: A., names: [${names}] } }`);
const CATEGORIES = "categories:\n";
const OTHER = `${CATEGORIES}  other: { status: 400, description: Else. }\n`;

/** Adds an error that was seen in another document. */
const addRefund = (entry: string) => (acme: Workspace) => {
  acme.write("evidence/seen.txt", "refund_refused Refused\napi_error Refused\n");
  acme.write(PAYMENTS, acme.read(PAYMENTS) + entry.replace("errors.md", "seen.txt"));
};

function removeApiError(acme: Workspace): void {
  const text = acme.read(PAYMENTS);
  acme.write(PAYMENTS, text.slice(0, text.indexOf("  - name: API_ERROR")));
  const { API_ERROR: _, ...texts } = JSON.parse(acme.read("locales/de.json"));
  acme.write("locales/de.json", JSON.stringify(texts));
}

function renameRateLimited(acme: Workspace): void {
  const text = acme.read(PAYMENTS);
  const [start, end] = ["RATE_LIMITED", "API_ERROR"].map((name) =>
    text.indexOf(`  - name: ${name}`),
  );
  const entry = text.slice(start, end);
  const retired = 'retired: { since: "2.0.0", reason: Renamed., replacedBy: TOO_FAST }';
  const successor = entry.replace("RATE_LIMITED", "TOO_FAST");
  acme.edit(PAYMENTS, entry, `${entry}    ${retired}\n${successor}`);
}

function renameParam(acme: Workspace): void {
  acme.write(PAYMENTS, acme.read(PAYMENTS).replace("{days}", "{wait}").replace("days:", "wait:"));
  acme.write("locales/de.json", acme.read("locales/de.json").replaceAll("{days}", "{wait}"));
}

const UNTIL = "2999-12-31";
const EXCEPTION = `retirement: { exceptions: [{ name: API_ERROR, reason: Unused., until: "${UNTIL}" }] }`;
const VARIANT =
  "    variants:\n      - message: Your card was declined\n        sources: [{ document: errors.md, line: 3 }]\n";

/** For each kind of change, an edit whose bump is that of the kind, and what is released before. */
const BREAKS: Readonly<Record<ChangeKind, readonly [edit: Edit, before?: Edit]>> = {
  "entry-removed": [removeApiError, inManifest(EXCEPTION)],
  "entry-hidden": [
    replace("code: api_error", "code: api_error\n    audience: internal"),
    inManifest(EXCEPTION),
  ],
  "entry-renamed": [renameRateLimited],
  "identity-changed": [replace("httpStatus: 429", "httpStatus: 430")],
  "params-changed": [renameParam],
  "judgment-relaxed": [replace("retry: after-fix", "retry: after-delay")],
  "wording-removed": [replace(VARIANT, "")],
  "export-removed": [replace("localeAliases:\n  pt: pt-BR\n", "", "catalog.yaml")],
  "text-removed": [(acme) => acme.write("locales/pt-BR.json", "{}")],
  "subset-narrowed": [
    replace("RATE_LIMITED, API_ERROR", "RATE_LIMITED", "catalog.yaml"),
    subset("RATE_LIMITED, API_ERROR"),
  ],
  "value-removed": [
    replace(OTHER, CATEGORIES, "catalog.yaml"),
    replace(CATEGORIES, OTHER, "catalog.yaml"),
  ],
  "contract-changed": [replace("AcmePaymentError", "AcmeError", "catalog.yaml")],
  "judgment-tightened": [replace("retry: after-fix", "retry: never")],
  "code-shared": [
    addRefund(
      REFUND.replace("code: refund_refused", "code: api_error").replace("line: 1", "line: 2"),
    ),
  ],
  "value-added": [replace(CATEGORIES, OTHER, "catalog.yaml")],
  "entry-added": [addRefund(REFUND)],
  "entry-published": [replace("    audience: internal\n", ""), inRateLimited("audience: internal")],
  "retirement-changed": [inRateLimited('retired: { since: "2.0.0", reason: Gone. }')],
  "wording-added": [
    inRateLimited("variants: [{ message: Slow, sources: [{ document: errors.md, line: 6 }] }]"),
  ],
  "export-added": [replace("pt: pt-BR", "pt: pt-BR\n  pt-PT: pt-BR", "catalog.yaml")],
  "subset-widened": [
    replace("[RATE_LIMITED]", "[RATE_LIMITED, API_ERROR]", "catalog.yaml"),
    subset("RATE_LIMITED"),
  ],
  "message-reworded": [
    replace(
      "message: Slow down.",
      "message: Slow down\n    variants: [{ message: Slow down., sources: [{ document: errors.md, line: 6 }] }]",
    ),
  ],
  "text-changed": [replace("Zu viele Anfragen.", "Viel zu viele.", "locales/de.json")],
  "internal-changed": [
    replace("audience: internal", "audience: internal\n    notes: Seen once."),
    inRateLimited("audience: internal"),
  ],
};

const BUMPS = ["none", "patch", "minor", "major"];

test.each(Object.entries(BREAKS))(
  "the gate fails %s with a smaller bump, and passes it with its own",
  async (kind, [edit, prepare]) => {
    const acme = copyAcme();
    prepare?.(acme);
    const snapshot = () => snapshotOf(load(acme.catalog).catalog as Catalog);
    const before = snapshot();
    acme.write("released.json", JSON.stringify(before));
    edit(acme);
    const changes = compare(before, snapshot());
    const { bump } = BUMP_RULES[kind as ChangeKind];
    expect(changes.map((change) => change.kind)).toContain(kind);
    expect(bumpOf(changes)).toBe(bump);

    const check = async (pending: string | undefined) => {
      const folder = join(acme.root, ".changeset");
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      if (pending !== "none")
        writeFileSync(join(folder, "mine.md"), `---\n"@acme/errors": ${pending}\n---\n\nMine.\n`);
      return codegen(acme, "diff", "--check");
    };
    expect(await check(bump)).toMatchObject({ status: 0, stderr: "" });
    if (bump === "none") return;
    expect(await check(BUMPS[BUMPS.indexOf(bump) - 1])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(
        new RegExp(
          `^the catalog changes require a ${bump} release, but .* Run codegen diff --changeset\\.`,
        ),
      ),
    });
  },
);

test("each kind of change is planted", () => {
  expect(Object.keys(BREAKS).sort()).toEqual(Object.keys(BUMP_RULES).sort());
});
