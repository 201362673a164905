import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** A package that users of our packages install, or that one of ours contains. */
export interface Dependency {
  readonly name: string;
  readonly version: string;
  /** The license of its manifest; undefined if it is for another platform, and not installed. */
  readonly license: string | undefined;
  /** The packages of ours that name it; none if it only comes with others. */
  readonly usedBy: readonly string[];
  /** The direct dependencies that bring it. */
  readonly comesWith: readonly string[];
}

interface Snapshot {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lockfile {
  readonly importers: Readonly<
    Record<
      string,
      Readonly<Record<string, Readonly<Record<string, { readonly version: string }>> | undefined>>
    >
  >;
  readonly packages: Readonly<Record<string, { readonly resolution: object }>>;
  readonly snapshots: Readonly<Record<string, Snapshot>>;
}

const read = (file: string) => readFileSync(join(root, file), "utf8");
const lockfile = parse(read("pnpm-lock.yaml")) as Lockfile;

/** Returns the dependencies of all published packages, as the lockfile has them. */
export function productionDependencies(): readonly Dependency[] {
  const found = new Map<string, { usedBy: Set<string>; comesWith: Set<string> }>();
  const visit = (key: string, direct: string, usedBy: string | undefined, above: Set<string>) => {
    if (above.has(key)) return;
    const entry = found.get(key) ?? { usedBy: new Set(), comesWith: new Set() };
    found.set(key, entry);
    if (usedBy === undefined) entry.comesWith.add(direct);
    else entry.usedBy.add(usedBy);
    const { dependencies, optionalDependencies } = lockfile.snapshots[key] ?? {};
    for (const [name, version] of Object.entries({ ...dependencies, ...optionalDependencies }))
      visit(`${name}@${version}`, direct, undefined, new Set([...above, key]));
  };
  for (const [folder, names] of Object.entries(directDependencies()))
    for (const [name, version] of names)
      visit(`${name}@${version}`, name, nameOf(folder), new Set());
  return [...found]
    .map(([key, { usedBy, comesWith }]) => {
      const { name, version } = splitKey(key);
      const license = manifestOf(key)?.license;
      const rest = { usedBy: [...usedBy].sort(), comesWith: [...comesWith].sort() };
      return { name, version, license, ...rest };
    })
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

const sortKey = ({ name, version }: Dependency): string => `${name} ${version}`;

/**
 * Returns the direct dependencies of each published package, with their versions: those of its
 * manifest, and those that the command line imports and its bundle contains.
 */
function directDependencies(): Readonly<Record<string, readonly (readonly [string, string])[]>> {
  const folders = Object.keys(lockfile.importers).filter(
    (folder) => folder !== "." && JSON.parse(read(`${folder}/package.json`)).private !== true,
  );
  return Object.fromEntries(
    folders.map((folder) => {
      const { dependencies, optionalDependencies, devDependencies } =
        lockfile.importers[folder] ?? {};
      const bundled = folder === "packages/cli" ? importedPackages(`${folder}/src`) : [];
      const all = Object.entries({ ...dependencies, ...optionalDependencies });
      all.push(...Object.entries(devDependencies ?? {}).filter(([name]) => bundled.includes(name)));
      const theirs = all.map(([name, { version }]) => [name, version] as const);
      return [folder, theirs.filter(([, version]) => !version.startsWith("link:"))];
    }),
  );
}

/** Returns the packages that the sources of a folder import. */
function importedPackages(folder: string): readonly string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  const texts = files
    .filter((file) => file.endsWith(".ts"))
    .map((file) => read(join(folder, file)));
  const names = texts.flatMap((text) =>
    [...text.matchAll(/(?:from |import\()"((?:@[\w-]+\/)?[\w-]+)/g)].map(([, name = ""]) => name),
  );
  return [...new Set(names)];
}

/**
 * Returns the packages of the whole workspace, development included, that run a script at install.
 */
export function packagesWithInstallScripts(): readonly string[] {
  const keys = Object.keys(lockfile.snapshots);
  const withScripts = keys.filter((key) => {
    const { scripts = {} } = manifestOf(key) ?? {};
    const names = ["preinstall", "install", "postinstall"];
    return names.some((name) => name in scripts) || existsSync(join(folderOf(key), "binding.gyp"));
  });
  return [...new Set(withScripts.map((key) => splitKey(key).name))].sort();
}

/** Returns the names of the packages that dependencies bring for some systems alone. */
export function optionalPackages(dependencies: readonly Dependency[]): readonly string[] {
  return dependencies.flatMap(({ name, version }) =>
    Object.keys(manifestOf(`${name}@${version}`)?.optionalDependencies ?? {}),
  );
}

/** Returns the packages of the lockfile that are not held by a checksum from the registry. */
export function unverifiedPackages(): readonly string[] {
  return Object.entries(lockfile.packages)
    .filter(([, { resolution }]) => {
      const { integrity, ...others } = resolution as { readonly integrity?: string };
      return !integrity?.startsWith("sha512-") || Object.keys(others).length > 0;
    })
    .map(([key]) => key);
}

/** The part of an installed manifest that is checked. */
interface Manifest {
  readonly license?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

function manifestOf(key: string): Manifest | undefined {
  const file = join(folderOf(key), "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

const store = join(root, "node_modules/.pnpm");
const installed = existsSync(store) ? readdirSync(store) : [];

/** The folder of an installed package; that of a package with peers is named for them as well. */
function folderOf(key: string): string {
  const { name, version } = splitKey(key);
  const plain = `${name.replace("/", "+")}@${version}`;
  const folder = installed.find((each) => each === plain || each.startsWith(`${plain}_`));
  return join(store, folder ?? plain, "node_modules", name);
}

function splitKey(key: string): { readonly name: string; readonly version: string } {
  const [plain = ""] = key.split("(");
  const at = plain.lastIndexOf("@");
  return { name: plain.slice(0, at), version: plain.slice(at + 1) };
}

function nameOf(folder: string): string {
  return JSON.parse(read(`${folder}/package.json`)).name;
}
