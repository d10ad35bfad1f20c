import type { Rule } from "./rule.ts";

/** Every rule, in the order in which findings at the same place are shown. */
export const rules: readonly Rule[] = [];
