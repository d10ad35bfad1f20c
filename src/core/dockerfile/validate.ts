// What BuildKit rejects in a single instruction (frontend/dockerfile/instructions/parse.go).
import type { Directives } from "./directives.ts";
import { readArgumentForm } from "./exec-form.ts";
import { findHeredocs } from "./heredoc-markers.ts";
import { isCommandKeyword, isInitFlag } from "./init-flag.ts";
import type { Instruction } from "./instruction.ts";
import { readMountFields } from "./mount.ts";
import { keywordOf, splitInstruction } from "./scan.ts";
import { splitAssignment, splitWords } from "./words.ts";

type Checked = Pick<Instruction, "keyword" | "flags" | "argument">;
type Check = (instruction: Checked, escape: Directives["escape"]) => string | undefined;

/** What is wrong with an instruction, and what to write instead; undefined if BuildKit accepts it. */
export function findMistake(instruction: Checked, escape: Directives["escape"]): string | undefined {
	const check = CHECKS.get(instruction.keyword);
	if (check === undefined) return `unknown instruction: ${instruction.keyword}`;
	return syntaxMistake(instruction, escape) ?? check(instruction, escape) ?? flagMistake(instruction);
}

const JSON_KEYWORDS = new Set(["ADD", "CMD", "COPY", "ENTRYPOINT", "RUN", "SHELL", "VOLUME"]);

/** What the parser itself rejects, also in a trigger of ONBUILD. */
function syntaxMistake({ keyword, argument }: Checked, escape: Directives["escape"]): string | undefined {
	const { text } = argument;
	if (JSON_KEYWORDS.has(keyword) && readArgumentForm(text) === "not-all-strings") return ONLY_STRINGS;
	if (keyword === "HEALTHCHECK" && readArgumentForm(text.replace(/^\S+\s*/, "")) === "not-all-strings")
		return ONLY_STRINGS;
	if (keyword === "ENV" || keyword === "LABEL") return assignmentMistake(keyword, text, escape);
	if (keyword !== "ONBUILD" || text === "") return undefined;
	return syntaxMistake(trigger({ argument }, escape), escape);
}

const ONLY_STRINGS = "a JSON array may contain only strings: quote every element";

/** Validates the instruction in an ONBUILD. */
function trigger({ argument }: Pick<Checked, "argument">, escape: string): Checked {
	const { written, ...split } = splitInstruction(argument, escape);
	return { keyword: keywordOf(written), ...split };
}

function assignmentMistake(keyword: string, text: string, escape: string): string | undefined {
	const words = splitWords(text, escape);
	const [first] = words;
	if (first === undefined) return undefined;
	if (!first.includes("="))
		return /[\t\v\f\r ]/.test(text) ? undefined : `${keyword} must have two arguments: write ${keyword} NAME=value`;
	const wrong = words.find((word) => !word.includes("="));
	return wrong === undefined
		? undefined
		: `can't find = in ${JSON.stringify(wrong)}: it must be of the form name=value`;
}

const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>(
	Object.entries({
		ADD: copyMistake,
		ARG: namesMistake,
		CMD: acceptAny,
		COPY: copyMistake,
		ENTRYPOINT: acceptAny,
		ENV: namesMistake,
		EXPOSE: atLeastOneMistake,
		FROM: fromMistake,
		HEALTHCHECK: healthcheckMistake,
		LABEL: namesMistake,
		MAINTAINER: exactlyOneMistake,
		ONBUILD: onbuildMistake,
		RUN: runMistake,
		SHELL: shellMistake,
		STOPSIGNAL: exactlyOneMistake,
		USER: exactlyOneMistake,
		VOLUME: volumeMistake,
		WORKDIR: exactlyOneMistake,
	}),
);

function acceptAny(): undefined {
	return undefined;
}

function exactlyOneMistake({ keyword, argument }: Checked): string | undefined {
	return argument.text === "" ? `${keyword} requires exactly one argument` : undefined;
}

function atLeastOneMistake({ keyword, argument }: Checked): string | undefined {
	return argument.text === "" ? lacksArguments(keyword) : undefined;
}

function lacksArguments(keyword: string): string {
	return `${keyword} requires at least one argument`;
}

function namesMistake({ keyword, argument }: Checked, escape: string): string | undefined {
	const words = splitWords(argument.text, escape);
	// After a first word without =, all the rest is one value, as in LABEL maintainer = x.
	const hasNames = keyword === "ARG" || words[0]?.includes("=");
	if (hasNames && words.some((word) => word.startsWith("=")))
		return `${keyword} names can not be blank: write NAME=value`;
	return words.length === 0 ? lacksArguments(keyword) : undefined;
}

function copyMistake({ keyword, argument }: Checked): string | undefined {
	const form = readArgumentForm(argument.text);
	const paths = typeof form === "object" ? form.argv : listWords(argument.text);
	if (paths.length < 2) return `${keyword} requires at least two arguments: one or more sources, then the destination`;
	const heredocs = findHeredocs(paths.at(-1) ?? "");
	return heredocs.length > 0 ? `${keyword} cannot accept a heredoc as a destination` : undefined;
}

function fromMistake({ argument }: Checked): string | undefined {
	const words = listWords(argument.text);
	const name = words[2];
	if (words.length === 3 && name !== undefined && words[1]?.toLowerCase() === "as") {
		return /^[a-z][a-z0-9-_.]*$/.test(name.toLowerCase())
			? undefined
			: `invalid name for build stage: ${JSON.stringify(name)}: it must begin with a letter and contain only letters, digits, and - _ .`;
	}
	return words.length === 1
		? undefined
		: "FROM requires either one or three arguments: FROM image, or FROM image AS name";
}

function healthcheckMistake(instruction: Checked): string | undefined {
	const [type = "", rest = ""] = instruction.argument.text.split(/\s+(.*)/s);
	if (type === "") return "HEALTHCHECK requires at least one argument: NONE, or CMD and a command";
	const kind = type.toUpperCase();
	if (kind === "NONE") return rest === "" || isEmptyArray(rest) ? undefined : "HEALTHCHECK NONE takes no arguments";
	if (kind !== "CMD")
		return flagMistake(instruction) ?? `unknown type ${JSON.stringify(type)} in HEALTHCHECK: it must be NONE or CMD`;
	if (rest === "" || isEmptyArray(rest)) return flagMistake(instruction) ?? "missing command after HEALTHCHECK CMD";
	return flagMistake(instruction) ?? healthFlagMistake(instruction.flags);
}

function isEmptyArray(text: string): boolean {
	const form = readArgumentForm(text);
	return typeof form === "object" && form.argv.length === 0;
}

const DURATION = /^[+-]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;

function healthFlagMistake(flags: readonly string[]): string | undefined {
	for (const flag of flags) {
		const { name, value } = splitAssignment(flag);
		const mistake = value && (name === "--retries" ? retriesMistake(value) : durationMistake(name, value));
		if (mistake) return mistake;
	}
	return undefined;
}

function retriesMistake(value: string): string | undefined {
	if (!/^[+-]?\d{1,10}$/.test(value) || Math.abs(Number(value)) > 2 ** 31 - 1)
		return `invalid number ${JSON.stringify(value)} of --retries`;
	return Number(value) < 0 ? `--retries cannot be negative (${value})` : undefined;
}

function durationMistake(name: string, value: string): string | undefined {
	if (!DURATION.test(value))
		return `invalid duration ${JSON.stringify(value)} of ${name}: write, for example, 30s or 1m30s`;
	return isTooShort(value) ? `the duration ${value} of ${name} is less than 1ms` : undefined;
}

const NANOSECONDS: Readonly<Record<string, number>> = {
	ns: 1,
	us: 1e3,
	µs: 1e3,
	μs: 1e3,
	ms: 1e6,
	s: 1e9,
	m: 6e10,
	h: 3.6e12,
};

function isTooShort(duration: string): boolean {
	let total = 0;
	for (const [, count, unit = ""] of duration.matchAll(/([\d.]+)(ns|us|µs|μs|ms|s|m|h)/g))
		total += Number(count) * (NANOSECONDS[unit] ?? 0);
	const truncated = Math.trunc(total) * (duration.startsWith("-") ? -1 : 1);
	return truncated !== 0 && truncated < 1e6;
}

function onbuildMistake(instruction: Checked, escape: string): string | undefined {
	if (instruction.argument.text === "") return lacksArguments("ONBUILD");
	const { keyword } = trigger(instruction, escape);
	if (keyword === "ONBUILD") return "ONBUILD ONBUILD is not allowed";
	return keyword === "MAINTAINER" || keyword === "FROM" ? `${keyword} is not allowed as an ONBUILD trigger` : undefined;
}

function runMistake({ flags }: Checked): string | undefined {
	for (const flag of flags) {
		const { name, value = "" } = splitAssignment(flag);
		if (name === "--mount" && readMountFields(value)?.some((field) => /^from=.*\$./is.test(field)))
			return "'from' of a mount doesn't support variables: define a stage and name that";
		if (name === "--network" && !/^(?:default|none|host)?$/.test(value))
			return `unsupported network mode ${JSON.stringify(value)}: default, none or host`;
	}
	return undefined;
}

function shellMistake({ argument }: Checked): string | undefined {
	const form = readArgumentForm(argument.text);
	if (form === "shell" && argument.text !== "")
		return 'SHELL requires the arguments to be in JSON form: SHELL ["/bin/bash", "-c"]';
	return typeof form === "object" && form.argv.length > 0 ? undefined : "SHELL requires at least one argument";
}

function volumeMistake(instruction: Checked): string | undefined {
	const form = readArgumentForm(instruction.argument.text);
	if (typeof form !== "object") return atLeastOneMistake(instruction);
	if (form.argv.length === 0) return lacksArguments("VOLUME");
	return form.argv.some((path) => path.trim() === "") ? "VOLUME specified can not be an empty string" : undefined;
}

type FlagKind = "string" | "strings" | "boolean";

/** Flags by instruction, labs syntax included; STOPSIGNAL and ARG ignore theirs. */
const FLAGS: Readonly<Record<string, Readonly<Record<string, FlagKind>> | undefined>> = {
	ADD: {
		chown: "string",
		chmod: "string",
		link: "boolean",
		"keep-git-dir": "boolean",
		checksum: "string",
		unpack: "boolean",
		exclude: "strings",
	},
	COPY: { chown: "string", chmod: "string", link: "boolean", from: "string", exclude: "strings", parents: "boolean" },
	FROM: { platform: "string" },
	HEALTHCHECK: {
		interval: "string",
		timeout: "string",
		"start-period": "string",
		"start-interval": "string",
		retries: "string",
	},
	RUN: { mount: "strings", network: "string", security: "string", device: "strings" },
};

const IGNORES_FLAGS = new Set(["ARG", "STOPSIGNAL"]);

function flagMistake({ keyword, flags, argument }: Checked): string | undefined {
	if (flags.length === 0 || IGNORES_FLAGS.has(keyword) || (keyword === "HEALTHCHECK" && /^none\b/i.test(argument.text)))
		return undefined;
	const used = new Set<string>();
	// init-flag.ts checks --init, because it knows the position of every character.
	for (const flag of isCommandKeyword(keyword) ? flags.filter((each) => !isInitFlag(each)) : flags) {
		const { name, value } = splitAssignment(flag);
		const kind = FLAGS[keyword]?.[name.slice(2)];
		const mistake =
			kind === undefined ? `unknown flag: ${name}${flagHint(name, keyword)}` : flagValueMistake(name, value, kind);
		if (mistake !== undefined) return mistake;
		if (used.has(name) && kind !== "strings") return `duplicate flag specified: ${name}`;
		used.add(name);
	}
	return undefined;
}

function flagHint(name: string, keyword: string): string {
	if (isCommandKeyword(keyword) && name.startsWith("--init"))
		return ": write a space after --init, or = and the name of an init";
	return FLAGS[keyword] ? "" : ` (${keyword} takes none)`;
}

function flagValueMistake(name: string, value: string | undefined, kind: FlagKind): string | undefined {
	if (kind === "boolean" ? value === "" : value === undefined) return `missing a value on flag: ${name}`;
	return kind === "boolean" && !/^(?:true|false|)$/i.test(value ?? "")
		? `expecting boolean value for flag ${name}, not: ${value}`
		: undefined;
}

/** Words of a list that is not JSON; there are no quotes. */
export function listWords(text: string): string[] {
	return text === "" ? [] : text.split(/[\t\v\f\r ]+/);
}
