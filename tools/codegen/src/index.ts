export type {
  Alias,
  Audience,
  Catalog,
  Category,
  Entry,
  ErrorEntry,
  Glossary,
  JsonSchema,
  Locale,
  Manifest,
  PackageTarget,
  Param,
  Range,
  Retirement,
  RetirementException,
  Selection,
  Source,
  Subset,
  SuccessEntry,
  Tag,
  TextCheck,
  Translation,
  Variant,
  Wire,
  WirePath,
  WireStep,
  WireText,
} from "./catalog/catalog.js";
export { isErrorEntry, wireOf } from "./catalog/catalog.js";
export { publishedOf } from "./catalog/published.js";
export { subsetOf } from "./catalog/subset.js";
export { splitTemplate } from "./catalog/template.js";
export { type LintOptions, lint } from "./check/lint.js";
export type { Report, Rule } from "./check/rule.js";
export type { Bump } from "./diff/bump.js";
export { BUMP_RULES, type BumpRule, type ChangeKind } from "./diff/bump-rules.js";
export type { Change } from "./diff/change.js";
export { bumpOf, compare } from "./diff/compare.js";
export { readBase } from "./diff/read-snapshot.js";
export { type Snapshot, snapshotOf } from "./diff/snapshot.js";
export { type EmitOptions, emit } from "./emit/emit.js";
export type { Emitter } from "./emit/emitter.js";
export { GeneratedFile } from "./emit/generated-file.js";
export { printLiteral } from "./emit/literal.js";
export type { GenerateOptions } from "./generate/build-files.js";
export type { ChangedFile } from "./generate/changed-file.js";
export { type Generated, generate } from "./generate/generate.js";
export { type Loaded, type LoadOptions, load } from "./load/load.js";
export type { Places } from "./load/places.js";
export { createSession, type Session } from "./load/session.js";
export { type PrintOptions, printProblems } from "./problem/print-problems.js";
export { type Excerpt, hasErrors, type Location, type Problem } from "./problem/problem.js";
export {
  type CompareOptions,
  compareFiles,
  type FileChanges,
  type Obstacle,
} from "./write/compare-files.js";
export type { Emitted, FileOwner, OutputFile } from "./write/output-file.js";
export { write } from "./write/write.js";
