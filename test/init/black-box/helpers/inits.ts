import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll } from "vitest";
import type { Target } from "../../../../src/init/compiler/target.ts";
import { targets } from "../../../../src/init/compiler/targets.ts";
import { isEmulating } from "../../compiler/running/describe-cpus.ts";
import { emulatorOf } from "../../compiler/running/run-elf.ts";
import { findProgram } from "./programs.ts";
import { tellSkipped } from "./skip.ts";

export type Personality = "pidone" | "tini" | "dumb-init" | "catatonit";

/** One of our binaries under one of its names. */
export interface Init {
	readonly personality: Personality;
	/** For example, linux/arm64. */
	readonly platform: string;
	/**
	 * Whether this is Debian's own program, which PIDONE_INIT_BINARY puts in place of ours. It shows that the tests
	 * expect the right behavior.
	 */
	readonly isReference: boolean;
	/**
	 * Before version 8, qemu-user returns EINVAL for prctl(PR_SET_CHILD_SUBREAPER). It also moves real-time signals by
	 * two.
	 */
	readonly isEmulated: boolean;
	/** The command that runs it; argv[0] is the personality. */
	readonly command: readonly string[];
}

/** Holds a link for each name. It comes first on the PATH of everything that the tests run. */
export const binFolder = mkdtempSync(join(tmpdir(), "pidone-black-box-"));

/** Creates that folder, and removes it when the tests of the file have ended. */
export const keepBinFolder = (): void => {
	mkdirSync(binFolder, { recursive: true });
	afterAll(() => rmSync(binFolder, { recursive: true, force: true }));
};

const built = join(import.meta.dirname, "../../../../dist/init");
const override = process.env.PIDONE_INIT_BINARY;
const overridden = override === undefined ? undefined : findPersonality(basename(override));
const all: readonly Personality[] = ["pidone", "tini", "dumb-init", "catatonit"];

function findPersonality(name: string): Personality | undefined {
	if (name === "dumb-init" || name === "catatonit") return name;
	return name === "tini" || name === "tini-static" ? "tini" : undefined;
}

/** The inits that this run tests, with their labels for `describe.each`. */
export const listInits = (personalities: readonly Personality[] = all): readonly [label: string, init: Init][] => {
	const wanted = personalities.filter((personality) => overridden === undefined || personality === overridden);
	const inits = isEmulating ? wanted.flatMap(makeEmulated) : wanted.map(makeNative);
	return inits.map((init) => [`${init.personality} on ${init.platform}`, init]);
};

const native = override ?? join(built, "pidone-linux-amd64");

/** Links one more name to the binary for our own platform. */
export const linkNative = (name: string): string => link(name, native);

const makeNative = (personality: Personality): Init => {
	linkNative(personality);
	return {
		personality,
		platform: "linux/amd64",
		isReference: overridden !== undefined,
		isEmulated: false,
		command: [personality],
	};
};

const makeEmulated = (personality: Personality): Init[] =>
	override === undefined ? targets.flatMap((target) => emulate(personality, target)) : [];

const emulate = (personality: Personality, { name, platform }: Target): Init[] => {
	if (platform === "linux/amd64") return [];
	const program = emulatorOf(name);
	const emulator = findProgram(program);
	if (emulator === undefined) {
		tellSkipped(platform, `${program} is not installed`);
		return [];
	}
	const path = link(`pidone-linux-${name}`, join(built, `pidone-linux-${name}`));
	return [
		{ personality, platform, isReference: false, isEmulated: true, command: [emulator, "-0", personality, path] },
	];
};

/** Creates a link in the folder of programs, and returns its path. */
const link = (name: string, target: string): string => {
	if (!existsSync(target)) throw new Error(`${target} does not exist: npm run build makes it`);
	const path = join(binFolder, name);
	if (!existsSync(path)) symlinkSync(target, path);
	return path;
};

/** The same init, run by its path, for tests that change the PATH. */
export const locate = (init: Init): Init =>
	init.command.length > 1 ? init : { ...init, command: [join(binFolder, init.personality)] };
