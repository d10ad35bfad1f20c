import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { UserError } from "../../core/user-error.ts";
import type * as compile from "../../init/compiler/compile.ts";
import type { Target } from "../../init/compiler/target.ts";

/** The version that the compiler is made for; it decides the bytes. package.json names the same one. */
export const ASSEMBLYSCRIPT = "0.28.20";

/**
 * The compiler, loaded when it is needed: AssemblyScript is large, and optional. Throws UserError when it is missing or
 * another version.
 */
export async function loadCompiler(): Promise<{
	readonly compileInit: typeof compile.compileInit;
	readonly targets: readonly Target[];
}> {
	const found = findVersion();
	if (found !== ASSEMBLYSCRIPT) {
		const instead = found === undefined ? "" : `, not ${found}`;
		throw new UserError(
			`compile needs assemblyscript ${ASSEMBLYSCRIPT}${instead}: npm install --save-dev --save-exact assemblyscript@${ASSEMBLYSCRIPT}`,
		);
	}
	const [{ compileInit }, { targets }] = await Promise.all([
		import("../../init/compiler/compile.ts"),
		import("../../init/compiler/targets.ts"),
	]);
	return { compileInit, targets };
}

function findVersion(): string | undefined {
	try {
		const manifest: unknown = JSON.parse(
			readFileSync(fileURLToPath(import.meta.resolve("assemblyscript/package.json")), "utf8"),
		);
		return typeof manifest === "object" && manifest !== null && "version" in manifest
			? String(manifest.version)
			: undefined;
	} catch {
		return undefined;
	}
}
