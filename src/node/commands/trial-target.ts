import { statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { UserError } from "../../core/user-error.ts";
import { kindOfName } from "../files/dockerfile-names.ts";

/** The target of a trial. */
export type TrialTarget =
	| { readonly kind: "dockerfile"; readonly path: string }
	| { readonly kind: "image"; readonly name: string };

/** The names that Dockerfiles have by default; Podman prefers the second. */
const NAMES: readonly string[] = ["Dockerfile", "Containerfile"];

/**
 * A file that is there is a Dockerfile, a directory has one; anything else is the name of an image, unless it looks
 * like a path. Undefined if there is no Dockerfile. Throws UserError.
 */
export function findTrialTarget(named: string, engine: string, cwd: string): TrialTarget | undefined {
	const stats = statSync(resolve(cwd, named), { throwIfNoEntry: false });
	if (stats?.isDirectory()) {
		const names = engine === "podman" ? NAMES.toReversed() : NAMES;
		const found = names.find((name) => statSync(resolve(cwd, named, name), { throwIfNoEntry: false })?.isFile());
		return found === undefined ? undefined : { kind: "dockerfile", path: join(named, found) };
	}
	if (stats !== undefined) return { kind: "dockerfile", path: named };
	if (/^(?:\.{0,2}[/\\]|[A-Za-z]:\\)/.test(named) || kindOfName(basename(named)) === "dockerfile")
		throw new UserError(`${named}: no such file`);
	return { kind: "image", name: named };
}
