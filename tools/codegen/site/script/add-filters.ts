import { element } from "./element.js";

/** The parts of a row that it is filtered by. */
const KEYS = ["category", "again", "outcome"] as const;

/** Puts filters above the list of all errors. What is chosen is in the address, after `#`. */
export function addFilters(): void {
  const table = document.querySelector<HTMLTableElement>("table.index");
  const place = document.querySelector("#filters");
  if (table === null || place === null) return;
  const rows = [...table.querySelectorAll<HTMLTableRowElement>("tr[data-again]")];
  const [, , again, outcome] = [...(table.tHead?.rows[0]?.cells ?? [])].map(
    (cell) => cell.textContent,
  );
  const names = { category: table.dataset.filter, again, outcome };
  const selects = KEYS.map((key) => createSelect(key, rows, table.dataset.all ?? ""));
  place.append(
    ...selects.map((select, index) =>
      element("label", names[KEYS[index] ?? "again"] ?? "", " ", select),
    ),
  );
  const apply = (): void => filter(table, rows, selects);
  const read = (): void => {
    const chosen = new URLSearchParams(location.hash.slice(1));
    for (const select of selects) select.value = chosen.get(select.name) ?? "";
    apply();
  };
  for (const select of selects)
    select.onchange = () => {
      const chosen = selects.filter(({ value }) => value !== "");
      const hash = new URLSearchParams(chosen.map(({ name, value }) => [name, value]));
      history.replaceState(null, "", `#${hash}`);
      apply();
    };
  window.onhashchange = read;
  read();
}

type Key = (typeof KEYS)[number];

function partOf(row: HTMLTableRowElement, key: Key): string {
  const holder = key === "category" ? row.parentElement : row;
  return holder?.dataset[key] ?? "";
}

/** Returns the label of a value, as the row itself has it. */
function labelOf(row: HTMLTableRowElement, key: Key): string {
  if (key === "category") return row.parentElement?.querySelector(".group span")?.textContent ?? "";
  return row.cells[key === "again" ? 2 : 3]?.textContent?.trim() ?? "";
}

function createSelect(
  key: Key,
  rows: readonly HTMLTableRowElement[],
  all: string,
): HTMLSelectElement {
  const values = new Map(rows.map((row) => [partOf(row, key), labelOf(row, key)]));
  values.delete("");
  const select = element("select", new Option(all, ""));
  select.name = key;
  select.append(...[...values].map(([value, label]) => new Option(label, value)));
  return select;
}

function filter(
  table: HTMLTableElement,
  rows: readonly HTMLTableRowElement[],
  selects: readonly HTMLSelectElement[],
): void {
  const isChosen = (row: HTMLTableRowElement): boolean =>
    selects.every(({ name, value }) => value === "" || partOf(row, name as Key) === value);
  for (const row of rows) row.hidden = !isChosen(row);
  for (const body of table.tBodies)
    body.hidden = body.querySelector("tr[data-again]:not([hidden])") === null;
  const count = document.querySelector<HTMLElement>("#count");
  const listed = rows.filter((row) => partOf(row, "category") !== "");
  const shown = listed.filter((row) => !row.hidden).length;
  if (count?.dataset.label !== undefined)
    count.textContent = count.dataset.label
      .replace("{shown}", String(shown))
      .replace("{total}", String(listed.length));
}
