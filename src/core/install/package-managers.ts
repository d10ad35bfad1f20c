import { shellTextOf } from "../command/run-text.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import type { PackageManager } from "../images/package-manager.ts";
import { commandsTextOf } from "./run-commands-text.ts";

/** How a package manager's commands are recognized in a RUN. */
const COMMANDS: Readonly<Record<PackageManager, RegExp>> = {
	apk: /(?:^|[\s;&|(])apk\s+(?:-\S+\s+)*(?:add|update|upgrade)\b/,
	"apt-get": /(?:^|[\s;&|(])apt(?:-get)?\s+(?:-\S+\s+)*(?:install|update|upgrade|dist-upgrade)\b/,
	dnf: /(?:^|[\s;&|(])dnf5?\s+(?:-\S+\s+)*(?:install|update|upgrade|makecache)\b/,
	yum: /(?:^|[\s;&|(])yum\s+(?:-\S+\s+)*(?:install|update|upgrade|makecache|localinstall)\b/,
	microdnf: /(?:^|[\s;&|(])microdnf\s+(?:-\S+\s+)*(?:install|update|upgrade)\b/,
	tdnf: /(?:^|[\s;&|(])tdnf\s+(?:-\S+\s+)*(?:install|update|upgrade)\b/,
	zypper: /(?:^|[\s;&|(])zypper\s+(?:-\S+\s+)*(?:install|in|update|up|refresh|ref)\b/,
};

const MANAGERS = Object.keys(COMMANDS) as readonly PackageManager[];

/** Parsing every RUN as a script would take too long. */
const MENTIONED = /\b(?:apk|apt|dnf5?|yum|microdnf|tdnf|zypper)\b/;

/** The first RUN that uses a package manager: any, or the given one. */
export function findPackageRun(
	instructions: readonly Instruction[],
	source: string,
	wanted?: PackageManager,
): { readonly manager: PackageManager; readonly run: Instruction } | undefined {
	for (const run of instructions) {
		if (run.keyword !== "RUN" || !MENTIONED.test(shellTextOf(run, source))) continue;
		const text = commandsTextOf(run, source);
		const manager = (wanted === undefined ? MANAGERS : [wanted]).find((name) => COMMANDS[name].test(text));
		if (manager !== undefined) return { manager, run };
	}
	return undefined;
}
