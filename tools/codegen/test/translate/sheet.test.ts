import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen } from "../run.js";

test("locale export --format markdown writes a sheet for a native speaker", async () => {
  const acme = copyAcme();
  acme.edit("locales/pt-BR.json", "{", '{ "questions": ["Cartão ou *cartão de crédito*?"],');
  const file = join(acme.root, "pt.md");
  const exported = await codegen(
    acme,
    "locale",
    "export",
    "pt-BR",
    "--format",
    "markdown",
    "--out",
    file,
  );
  expect(exported).toMatchObject({ status: 0 });
  const sheet = readFileSync(file, "utf8");
  expect(sheet).toContain("Please read each text as if it had just appeared on your screen.");
  expect(sheet).toContain("## Open questions\n\n1. Cartão ou \\*cartão de crédito\\*?\n");
  expect(sheet).toContain(`### 7. CARD_EXPIRED

- The API sends: Your card has expired
- category: card; outcome: rejected; retry: after-fix
- status: translated

| | German (de) | Brazilian Portuguese (pt-BR) |
| --- | --- | --- |
| title | Karte abgelaufen | Cartão expirado |
| message | Die Karte ist abgelaufen. | O cartão expirou. |
| description | Bitte eine andere Karte verwenden. | Use outro cartão. |

- [ ] right as it is
- better:
`);
  for (const name of ["outcomes", "UNRECOGNIZED", "NO_RESPONSE_rejected", "API_ERROR"])
    expect(sheet).toContain(`. ${name}\n`);
});

test("locale export replaces a sheet only until a reader has written on it", async () => {
  const acme = copyAcme();
  const file = join(acme.root, "de.md");
  const exportSheet = () =>
    codegen(acme, "locale", "export", "de", "--format", "markdown", "--out", file);
  expect(await exportSheet()).toMatchObject({ status: 0 });
  expect(await exportSheet()).toMatchObject({ status: 0 });
  writeFileSync(file, readFileSync(file, "utf8").replace("- better:", "- better: Karte ungültig"));
  expect(await exportSheet()).toMatchObject({ status: 1 });
  expect(readFileSync(file, "utf8")).toContain("Karte ungültig");
});

test("locale export names the API in the sheet of the source language, which follows it", async () => {
  const acme = copyAcme();
  const file = join(acme.root, "de.md");
  await codegen(acme, "locale", "export", "de", "--format", "markdown", "--out", file);
  expect(readFileSync(file, "utf8")).toContain(`
| | The API | German (de) |
| --- | --- | --- |
| title |  | Karte abgelaufen |
| message | Your card has expired | Die Karte ist abgelaufen. |
`);
});
