import { flagValue, type Instruction } from "../dockerfile/instruction.ts";
import { listWords } from "../dockerfile/validate.ts";
import type { Distro } from "../images/catalogue-entry.ts";
import { inits } from "../inits/index.ts";
import type { InitName } from "../inits/init.ts";
import { baseName, readInitInvocation } from "../inits/invocation.ts";
import { distroOfManager, findPackageRun } from "./package-managers.ts";

/** An init that a Dockerfile's author has put into the image. */
export interface InstalledInit {
	readonly name: InitName;
	readonly path: string;
	readonly by: Instruction;
}

const PACKAGE = /\b(?:add|install|in)\b[^;&|]*?\s(tini|tini-static|dumb-init)(?:[=~\s]|$)/;

/** The inits that instructions install: by a package manager, by pip, by COPY or by ADD. */
export function findInstalledInits(instructions: readonly Instruction[], distro: Distro | undefined): InstalledInit[] {
	return instructions.flatMap((instruction) => {
		if (instruction.keyword === "RUN") return installedByRun(instruction, distro) ?? [];
		if (instruction.keyword === "COPY" || instruction.keyword === "ADD") return installedByCopy(instruction, instructions) ?? [];
		return [];
	});
}

function installedByRun(run: Instruction, distro: Distro | undefined): InstalledInit | undefined {
	const match = PACKAGE.exec(run.argument.text);
	if (match?.[1] === undefined) return undefined;
	const name: InitName = match[1] === "dumb-init" ? "dumb-init" : "tini";
	if (/\bpip3?\s+install\b/.test(run.argument.text) && name === "dumb-init") return { name, path: inits[name].pip?.path ?? name, by: run };
	const manager = findPackageRun([run])?.manager;
	const packaged = manager && inits[name].packages[distro ?? distroOfManager(manager) ?? "other"];
	if (packaged === undefined) return undefined;
	return { name, path: match[1] === "tini-static" ? `${packaged}-static` : packaged, by: run };
}

/** COPY and ADD of a file that is called like an init; the destination has to name a file. */
function installedByCopy(copy: Instruction, all: readonly Instruction[]): InstalledInit | undefined {
	const paths = listWords(copy.argument.text);
	const [source, destination] = paths;
	if (paths.length !== 2 || source === undefined || destination === undefined || !destination.startsWith("/")) return undefined;
	const path = destination.endsWith("/") ? destination + baseName(source) : destination;
	const program = readInitInvocation([path])?.program;
	if (program !== "pidone" && program !== "tini" && program !== "dumb-init") return undefined;
	const isExecutable =
		copy.keyword === "COPY" ||
		flagValue(copy, "chmod") !== undefined ||
		all.some(({ keyword, argument: { text } }) => keyword === "RUN" && text.includes("chmod") && text.includes(path));
	return isExecutable ? { name: program, path, by: copy } : undefined;
}
