export type {
  Alias,
  Catalog,
  Entry,
  ErrorEntry,
  Glossary,
  JsonSchema,
  Locale,
  Manifest,
  PackageTarget,
  Param,
  Source,
  SuccessEntry,
  TextCheck,
  Translation,
  Variant,
  Wire,
} from "./catalog.js";
export { isErrorEntry } from "./catalog.js";
export { check } from "./check.js";
export {
  BUMP_RULES,
  type Bump,
  type BumpRule,
  type ChangeKind,
  greatestBump,
} from "./diff/bump.js";
export type { Change } from "./diff/change.js";
export { bumpOf, compare } from "./diff/compare.js";
export { readBase, type Snapshot, type SnapshotText, snapshotOf } from "./diff/snapshot.js";
export { type Drift, findDrift } from "./drift.js";
export { type Emitted, type Emitter, emit, type OutputFile } from "./emit.js";
export { type Loaded, load, type Places } from "./load.js";
export { hasErrors, type Location, type Problem, printProblems } from "./problem.js";
export { successorOf } from "./renamed.js";
export { write } from "./write.js";
