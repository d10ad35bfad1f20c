// The value of a RUN's `--mount`, which is one line of CSV (frontend/dockerfile/instructions/commands_runmount.go).

import { flatMap } from "../flat-map.ts";
import { parseBool } from "./parse-bool.ts";

const FIELD = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;

/** The fields of a `--mount`, such as `type=cache`; undefined if its quotes are not those of CSV. */
export function readMountFields(value: string): readonly string[] | undefined {
	if (!value.includes('"')) return value.split(",");
	const fields: string[] = [];
	FIELD.lastIndex = 0;
	for (let isLast = false; !isLast; ) {
		const match = FIELD.exec(value);
		if (match === null) return undefined;
		const [, quoted, plain = "", end] = match;
		fields.push(quoted?.replaceAll('""', '"') ?? plain);
		isLast = end === "";
	}
	return fields;
}

const MOUNT = "--mount=";

/** The value of a `--mount`; undefined for another flag. */
export function mountValue(flag: string): string | undefined {
	return flag.startsWith(MOUNT) ? flag.slice(MOUNT.length) : undefined;
}

/** The fields of every `--mount` among some flags, without those that cannot be read. */
export function readMounts(flags: readonly string[]): readonly (readonly string[])[] {
	return flatMap(flags, (flag) => {
		const value = mountValue(flag);
		const fields = value === undefined ? undefined : readMountFields(value);
		return fields === undefined ? [] : [fields];
	});
}

type Expand = (text: string) => string | undefined;

/** A partly read `--mount`. */
interface Mount {
	/** Undefined if it is not known. */
	type: string | undefined;
	/** Values by the first name of their keys; undefined for those that are not known. */
	readonly values: Map<string, string | undefined>;
}

/**
 * What BuildKit rejects in the fields of a `--mount`. The type before a field decides how it is read. `expand` returns
 * undefined for an unknown value.
 */
export function findMountMistake(fields: readonly string[], expand: Expand): string | undefined {
	const mount: Mount = { type: "bind", values: new Map() };
	for (const field of fields) {
		const mistake = readField(field, mount, expand);
		if (mistake !== undefined) return `--mount: ${mistake}`;
	}
	const mistake = findContradiction(mount);
	return mistake && `--mount: ${mistake}`;
}

const TYPES = ["bind", "cache", "tmpfs", "secret", "ssh"];
const SHARING = ["shared", "private", "locked"];
const SWITCHES = ["readonly", "ro", "readwrite", "rw", "required"];
const ALIASES: Readonly<Record<string, string>> = { src: "source", dst: "target", destination: "target" };

function readField(field: string, mount: Mount, expand: Expand): string | undefined {
	const equals = field.indexOf("=");
	const written = (equals === -1 ? field : field.slice(0, equals)).toLowerCase();
	if (equals === -1 && !SWITCHES.includes(written))
		return `${JSON.stringify(field)} must be of the form key=value, such as target=/path`;
	const key = ALIASES[written] ?? written;
	if (!Object.hasOwn(CHECKS, key))
		return `unexpected key ${JSON.stringify(written)}: the keys are ${[...Object.keys(CHECKS), ...Object.keys(ALIASES)].join(", ")}`;
	const types = TYPES_BY_KEY[key];
	if (types !== undefined && mount.type !== undefined && !types.includes(mount.type))
		return `unexpected key ${JSON.stringify(written)} for the type ${mount.type}: it is for ${types.join(" and ")}, which must come before it`;
	const value = equals === -1 ? "true" : expand(field.slice(equals + 1));
	if (key === "type") mount.type = value?.toLowerCase();
	else mount.values.set(key, value);
	return value === undefined ? undefined : CHECKS[key]?.(value, written);
}

/** The types that a key is for, if the type must come before it. */
const TYPES_BY_KEY: Readonly<Record<string, readonly string[] | undefined>> = {
	required: ["secret", "ssh"],
	size: ["tmpfs"],
};

type Check = (value: string, key: string) => string | undefined;

const matching =
	(pattern: RegExp, wanted: string): Check =>
	(value, key) =>
		pattern.test(value) ? undefined : `invalid value for ${key}: ${JSON.stringify(value)} is not ${wanted}`;

const oneOf =
	(what: string, values: readonly string[]): Check =>
	(value) =>
		values.includes(value.toLowerCase())
			? undefined
			: `unsupported ${what} ${JSON.stringify(value)}: the values are ${values.join(", ")}`;

const anything: Check = () => undefined;
const boolean: Check = (value, key) =>
	parseBool(value) === undefined
		? `invalid value for ${key}: ${JSON.stringify(value)} is not true or false`
		: undefined;
const id: Check = (value, key) =>
	/^\d+$/.test(value) && Number(value) < 2 ** 32
		? undefined
		: `invalid value for ${key}: ${JSON.stringify(value)} is not a number from 0 to 4294967295`;

const CHECKS: Readonly<Record<string, Check>> = {
	type: oneOf("mount type", TYPES),
	from: anything,
	source: anything,
	target: anything,
	readonly: boolean,
	ro: boolean,
	readwrite: boolean,
	rw: boolean,
	required: boolean,
	// docker/go-units: RAMInBytes.
	size: matching(/^\+?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)? ?(?:b|[kmgtp](?:i?b)?)?$/i, "a size, such as 64m"),
	id: anything,
	sharing: oneOf("sharing value", SHARING),
	mode: matching(/^0*[0-3]?[0-7]{1,10}$/, "a mode in octal, such as 0755"),
	uid: id,
	gid: id,
	env: anything,
};

/** Combinations of fields that are not allowed. */
function findContradiction({ type, values }: Mount): string | undefined {
	if (type === undefined) return undefined;
	const owner = ["mode", "uid", "gid"].find((key) => values.has(key));
	if (owner !== undefined && (type === "bind" || type === "tmpfs"))
		return `${owner} is not allowed for mounts of type ${type}`;
	if (values.has("sharing") && type !== "cache") return "sharing is only allowed for mounts of type cache";
	if (type === "secret") return findSecretMistake(values);
	const target = values.get("target");
	return type !== "ssh" && target !== undefined && /^\/+(?:\.?\/+)*\.?$/.test(target)
		? `${JSON.stringify(target)} cannot be the target: it is the root directory`
		: undefined;
}

function findSecretMistake(values: Mount["values"]): string | undefined {
	if (values.get("from")) return "a secret cannot have from";
	// An unknown value may be empty.
	const isKnownEmpty = (key: string): boolean => (values.has(key) ? values.get(key) === "" : true);
	if (["source", "target", "id"].every(isKnownEmpty)) return "a secret requires an id, a source or a target";
	return values.get("source") && values.get("id") ? "a secret cannot have both an id and a source" : undefined;
}
