import { UserError } from "../../core/user-error.ts";
import { isObject, type JsonObject, textsOf } from "../json.ts";
import type { Verdict } from "./compare.ts";
import type { Trial } from "./format-trial.ts";
import type { End, Measurement, Orphans, Readiness, TrialProcess } from "./measurement.ts";

/** Real process trees are less deep. */
const MAX_DEPTH = 200;

/**
 * Reads the output of `pidone trial --json`, as far as reports show it: everything but the output of the containers.
 * Throws UserError, without the name of the file.
 */
export function readTrial(text: string): Trial {
	const trial = parse(text);
	const engine = readObject(trial, "engine");
	return {
		target: readText(trial, "target"),
		engine: { name: readText(engine, "name"), version: readText(engine, "version") },
		rewrite: readText(trial, "rewrite"),
		stopTimeout: readNumber(trial, "stopTimeout"),
		before: readMeasurement(readObject(trial, "before")),
		after: readMeasurement(readObject(trial, "after")),
		verdict: readVerdict(readObject(trial, "verdict")),
	};
}

function parse(text: string): JsonObject {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw new UserError("is not JSON: pass what pidone trial --json has printed", { cause: error });
	}
	if (!isObject(value)) throw mistake("the file", "an object");
	return value;
}

function readVerdict(verdict: JsonObject): Verdict {
	return {
		kind: readOneOf(verdict, "kind", ["helps", "changes nothing", "breaks"]),
		summary: readText(verdict, "summary"),
		improvements: textsOf(verdict.improvements),
		problems: textsOf(verdict.problems),
		notes: textsOf(verdict.notes),
	};
}

function readMeasurement(measurement: JsonObject): Measurement {
	const image = readObject(measurement, "image");
	return {
		image: optional(image, "size", readNumber),
		readiness: readReadiness(readObject(measurement, "readiness")),
		...optional(measurement, "stopSignal", readText),
		...optional(measurement, "processes", (of, name) => readProcess(readObject(of, name), 0)),
		...optional(measurement, "orphans", (of, name) => readOrphans(readObject(of, name))),
		...optional(measurement, "end", (of, name) => readEnd(readObject(of, name))),
	};
}

function readReadiness(readiness: JsonObject): Readiness {
	const kind = readOneOf(readiness, "kind", ["ready", "ended", "not ready"]);
	if (kind === "not ready") return { kind, why: readText(readiness, "why") };
	const seconds = readNumber(readiness, "seconds");
	if (kind === "ended") return { kind, seconds };
	const by = readOneOf(readiness, "by", ["log", "healthcheck", "port", "time"]);
	return { kind, by, detail: readText(readiness, "detail"), seconds };
}

function readOrphans(orphans: JsonObject): Orphans {
	return {
		made: readNumber(orphans, "made"),
		...optional(orphans, "why", readText),
		...optional(orphans, "zombies", readNumber),
	};
}

function readEnd(end: JsonObject): End {
	return {
		how: readOneOf(end, "how", ["stopped", "killed", "by itself"]),
		exitCode: readNumber(end, "exitCode"),
		seconds: readNumber(end, "seconds"),
	};
}

function readProcess(process: JsonObject, depth: number): TrialProcess {
	if (depth > MAX_DEPTH) throw new UserError(`has processes that are nested deeper than ${MAX_DEPTH} levels`);
	const children = Array.isArray(process.children) ? process.children.filter(isObject) : [];
	return {
		command: readText(process, "command"),
		onStop: readText(process, "onStop"),
		...optional(process, "pid", readNumber),
		...optional(process, "role", (of, name) => readOneOf<"init" | "main">(of, name, ["init", "main"])),
		...optional(process, "user", readText),
		...optional(process, "memory", readNumber),
		...(process.isZombie === true ? { isZombie: true } : {}),
		children: children.map((child) => readProcess(child, depth + 1)),
	};
}

function optional<N extends string, T>(
	of: JsonObject,
	name: N,
	read: (of: JsonObject, name: string) => T,
): Partial<Record<N, T>> {
	return of[name] === undefined ? {} : ({ [name]: read(of, name) } as Record<N, T>);
}

function readObject(of: JsonObject, name: string): JsonObject {
	const value = of[name];
	if (!isObject(value)) throw mistake(name, "an object");
	return value;
}

function readText(of: JsonObject, name: string): string {
	const value = of[name];
	if (typeof value !== "string") throw mistake(name, "a text");
	return value;
}

function readNumber(of: JsonObject, name: string): number {
	const value = of[name];
	if (typeof value !== "number") throw mistake(name, "a number");
	return value;
}

function readOneOf<T extends string>(of: JsonObject, name: string, texts: readonly T[]): T {
	const found = texts.find((text) => text === of[name]);
	if (found === undefined) throw mistake(name, `one of ${texts.join(", ")}`);
	return found;
}

function mistake(name: string, what: string): UserError {
	return new UserError(`${name} must be ${what}: pass what pidone trial --json has printed`);
}
