import { binaryMissing } from "./binary-missing.ts";
import { cmdReset } from "./cmd-reset.ts";
import { execFormInvalid } from "./exec-form-invalid.ts";
import { execFormShell } from "./exec-form-shell.ts";
import { execFormVariable } from "./exec-form-variable.ts";
import { initFlag } from "./init-flag.ts";
import { initMissing } from "./init-missing.ts";
import { initNested } from "./init-nested.ts";
import { initOption } from "./init-option.ts";
import { initUnused } from "./init-unused.ts";
import { liveOrphans } from "./live-orphans.ts";
import { markerMismatch } from "./marker-mismatch.ts";
import { packageManagerPid1 } from "./package-manager-pid1.ts";
import { restatedCommand } from "./restated-command.ts";
import type { Rule } from "./rule.ts";
import { scriptNeverExecs } from "./script-never-execs.ts";
import { shellForm } from "./shell-form.ts";
import { stopSignal } from "./stop-signal.ts";

/** All rules, in the order in which findings at the same place are shown. */
export const rules: readonly Rule[] = [
	execFormInvalid,
	execFormShell,
	execFormVariable,
	shellForm,
	packageManagerPid1,
	scriptNeverExecs,
	initMissing,
	initOption,
	initNested,
	initUnused,
	cmdReset,
	stopSignal,
	liveOrphans,
	initFlag,
	restatedCommand,
	binaryMissing,
	markerMismatch,
];
