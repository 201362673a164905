import { api } from "../generated/api.js";
import { visible } from "../text/visible.js";
import { describePlace } from "./describe.js";
import type { Finding, FoundText, Report } from "./report.js";

/** Returns the codes and texts that the catalog lacks as a document that `codegen import` takes. */
export function printProposal({ unknown, drift, files }: Report): string | undefined {
  const rows = [...unknown, ...drift].flatMap((finding) =>
    finding.texts.map((text) => toRow(finding, text)),
  );
  if (rows.length === 0) return undefined;
  const silent = unknown.filter(({ texts }) => texts.length === 0);
  const note = silent
    .map(({ code, place }) => `${toCode(code ?? "")} (${escapeText(describePlace(place))})`)
    .join(", ");
  return [
    "# Codes and texts that the catalog does not have",
    "",
    `Found by \`${api.command} scan\` in ${files.map(toCode).join(", ")}. \`{value}\` stands for what differed.`,
    "",
    "| Code | HTTP status | Message | Times | First | Last | Where |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
    ...(silent.length === 0 ? [] : ["", `Without a text: ${note}.`]),
    "",
  ].join("\n");
}

function toRow(
  { code, status, first, last }: Finding,
  { template, count, place }: FoundText,
): string {
  const cells = [code, status, template, count, first, last, describePlace(place)];
  return `| ${cells.map((cell) => escapeText(String(cell ?? ""))).join(" | ")} |`;
}

/** Everything that Markdown would change, so that the import reads what the API sent. */
function escapeText(text: string): string {
  return text.replaceAll(/[\\|`*_[\]<&!~]/g, "\\$&").replaceAll(/\s+/g, " ");
}

/** A name in a line of its own words: as code, unless it would end the code. */
function toCode(name: string): string {
  const shown = visible(name);
  return shown.includes("`") ? escapeText(shown) : `\`${shown}\``;
}
