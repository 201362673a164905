/** An error of the platform; the other fields follow from these. */
export interface PlatformError {
  readonly name: string;
  readonly code: string;
  /** Further fields. */
  readonly fields?: object;
}

/** A catalog of the platform. */
export interface PlatformCatalog {
  readonly id: string;
  /** The errors of each file. */
  readonly files: Readonly<Record<string, readonly PlatformError[]>>;
  /** Further members of the manifest. */
  readonly manifest?: object;
}

const DOCUMENT = "errors.txt";

/** The folders of the generated parts, from the catalog's folder. */
const PACKAGES = Object.fromEntries(
  ["types", "validator", "messages"].map((part) => [part, { folder: `../src/errors/${part}` }]),
);

/** Returns the files of a catalog, by path. JSON is YAML too. */
export function catalogFiles({
  id,
  files,
  manifest,
}: PlatformCatalog): Readonly<Record<string, string>> {
  const lines = Object.values(files)
    .flat()
    .map(({ name, code }) => `${code} ${messageOf(name)}`);
  const entries = Object.entries(files).map(([file, errors]) => [
    `catalog/${file}`,
    print({ entries: errors.map((error) => toEntry(error, lines)) }),
  ]);
  return {
    "catalog.yaml": print({
      id,
      title: `${id} errors`,
      description: `Errors of ${id}.`,
      wire: { code: "code", message: "message", success: ["0"] },
      categories: {
        request: { status: 400, description: "The request." },
        system: { status: 500, description: "The servers." },
      },
      errorClass: "PlatformError",
      runtime: true,
      packages: PACKAGES,
      sourceLocale: "en",
      ...manifest,
    }),
    ...Object.fromEntries(entries),
    "locales/en.json": "{}\n",
    [`evidence/${DOCUMENT}`]: `${lines.join("\n")}\n`,
  };
}

/** Returns what the API says of an error: `ORDER_LATE` is "Order late". */
function messageOf(name: string): string {
  const words = name.toLowerCase().replaceAll("_", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function toEntry({ name, code, fields }: PlatformError, lines: readonly string[]): object {
  const message = messageOf(name);
  return {
    name,
    code,
    httpStatus: 400,
    message,
    description: "",
    category: "request",
    fault: "client",
    outcome: "rejected",
    retry: "after-fix",
    sources: [{ document: DOCUMENT, line: lines.indexOf(`${code} ${message}`) + 1 }],
    ...fields,
  };
}

function print(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
