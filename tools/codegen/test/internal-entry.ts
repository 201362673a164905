import { readFileSync } from "node:fs";
import type { Workspace } from "./acme.js";

/** Words of an internal entry, its evidence and its texts, which are nowhere else. */
export const SECRETS: readonly string[] = [
  "QUAGGA_NAME",
  "quagga_code",
  "quagga_alias",
  "Quagga message",
  "Quagga variant",
  "quaggaParam",
  "Quagga meaning",
  "quagga example",
  "Quagga description",
  "Quagga notes",
  "Quagga title",
  "Quagga text",
  "Quagga advice",
  "Quagga reason",
];

const ENTRY = `  - name: QUAGGA_NAME
    code: quagga_code
    aliases: [{ code: quagga_alias, sources: [{ document: inside.md, line: 2 }] }]
    httpStatus: 500
    message: "Quagga message {quaggaParam}"
    variants: [{ message: Quagga variant, sources: [{ document: inside.md, line: 3 }] }]
    params: { quaggaParam: { meaning: Quagga meaning, example: quagga example } }
    description: Quagga description
    category: traffic
    fault: server
    outcome: rejected
    retry: after-fix
    audience: internal
    alike: [API_ERROR]
    documented: false
    notes: Quagga notes
    sources: [{ document: inside.md, line: 1 }]
    retired: { since: 1.0.0, reason: Quagga reason, replacedBy: RATE_LIMITED }
`;

const EVIDENCE = `quagga_code Quagga message {quaggaParam}: Quagga description
quagga_alias Quagga message {quaggaParam}
quagga_code Quagga variant
`;

/** Adds an internal entry to the second catalog, which a public one refers to. */
export function addInternal(acme: Workspace): void {
  const file = "catalog/payments.yaml";
  const text = acme
    .read(file)
    .replace(
      "    code: api_error",
      "    alike: [QUAGGA_NAME]\n    code: api_error\n    retired: { since: 1.0.0, reason: It is old., replacedBy: QUAGGA_NAME }",
    );
  acme.write(file, text + ENTRY);
  acme.write("evidence/inside.md", EVIDENCE);
  for (const tag of ["de", "pt-BR"]) {
    const locale = JSON.parse(readFileSync(`${acme.catalog}/locales/${tag}.json`, "utf8"));
    const review = { status: "machine", sourceHash: "0123456789ab", allow: ["untranslated"] };
    const translation = {
      title: "Quagga title",
      message: "Quagga text {quaggaParam}",
      paramless: "Quagga text",
      description: "Quagga text",
      ...review,
    };
    const developer = { ...locale.developer, QUAGGA_NAME: { text: "Quagga advice", ...review } };
    const questions = ["Is Quagga text right?"];
    acme.write(
      `locales/${tag}.json`,
      JSON.stringify({ ...locale, QUAGGA_NAME: translation, developer, questions }),
    );
  }
}

/** The secrets that texts have, as `path: secret`. */
export function findSecrets(
  files: Iterable<{ readonly path: string; readonly text: string }>,
): readonly string[] {
  return [...files].flatMap(({ path, text }) =>
    SECRETS.filter(
      (secret) => text.toLowerCase().includes(secret.toLowerCase()) || hasWords(text, secret),
    ).map((secret) => `${path}: ${secret}`),
  );
}

/** The validator has names in words. */
function hasWords(text: string, secret: string): boolean {
  return text.includes(secret.toLowerCase().replaceAll("_", " "));
}
