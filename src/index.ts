export type { AnalysisOptions } from "./analysis/options.ts";
export { DockerfileSyntaxError } from "./dockerfile/syntax-error.ts";
export { type CheckOptions, type CheckResult, check } from "./findings/check.ts";
export type { Finding, Level } from "./findings/finding.ts";
export type { CatalogueEntry } from "./images/catalogue-entry.ts";
export type { RewriteOptions } from "./rewrite/options.ts";
export type { Outcome, OutcomeCode } from "./rewrite/outcome.ts";
export { type RevertResult, revert } from "./rewrite/revert.ts";
export { type RewriteResult, rewrite } from "./rewrite/rewrite.ts";
