import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { UserError } from "../../core/user-error.ts";
import type * as compile from "../../init/compiler/compile.ts";
import type * as errors from "../../init/compiler/compile-error.ts";
import type { Target } from "../../init/compiler/target.ts";
import { packageRoot } from "../package-root.ts";
import { LAST_TRIED, setV8Flags } from "../v8-flags.ts";

/** The version of AssemblyScript that we support: it determines the bytes. package.json names the same one. */
export const ASSEMBLYSCRIPT = "0.28.20";

/**
 * Loads the compiler on demand: AssemblyScript is large, and optional. Throws UserError if it is missing or has another
 * version.
 */
export async function loadCompiler(): Promise<{
	readonly compileInit: typeof compile.compileInit;
	readonly targets: readonly Target[];
	readonly CompileError: typeof errors.CompileError;
}> {
	const found = findVersion();
	if (found !== ASSEMBLYSCRIPT) {
		const instead = found === undefined ? "" : `, not ${found}`;
		throw new UserError(
			`compile needs assemblyscript ${ASSEMBLYSCRIPT}${instead}: npm install --save-dev --save-exact assemblyscript@${ASSEMBLYSCRIPT}`,
		);
	}
	// V8 would spend half of the CPU time on optimizing Binaryen, which then runs for a second.
	setV8Flags([["--liftoff-only", LAST_TRIED]]);
	const [{ compileInit }, { targets }, { CompileError }] = await Promise.all([
		import("../../init/compiler/compile.ts"),
		import("../../init/compiler/targets.ts"),
		import("../../init/compiler/compile-error.ts"),
	]);
	return { compileInit, targets, CompileError };
}

function findVersion(): string | undefined {
	try {
		const manifest: unknown = JSON.parse(
			readFileSync(createRequire(packageRoot).resolve("assemblyscript/package.json"), "utf8"),
		);
		return typeof manifest === "object" && manifest !== null && "version" in manifest
			? String(manifest.version)
			: undefined;
	} catch {
		return undefined;
	}
}
