import { describe, expect, it } from "vitest";
import { findMountMistake, readMountFields } from "../../../src/core/dockerfile/mount.ts";

describe("readMountFields", () => {
	it.each<[value: string, fields: readonly string[] | undefined]>([
		["type=cache,target=/x", ["type=cache", "target=/x"]],
		['type=bind,"source=a,b",target=/x', ["type=bind", "source=a,b", "target=/x"]],
		['"id=a""b"', ['id=a"b']],
		['type=cache,target="/x"', undefined],
		['"type=cache', undefined],
	])("reads %s as CSV", (value, fields) => {
		expect(readMountFields(value)).toEqual(fields);
	});
});

describe("findMountMistake", () => {
	const expand = (text: string): string | undefined => (text.includes("$") ? undefined : text);
	const find = (value: string): string | undefined => findMountMistake(value.split(","), expand);

	it.each([
		"type=cache",
		"TYPE=Secret,id=a",
		"type=$T,size=$S,mode=7",
		"type=cache,sharing=locked,mode=0755,uid=1000,gid=$G",
		"ro",
		"readonly=True,target=/x",
		"type=secret,required,source=a",
		"type=secret,id=$ID",
		"type=ssh,required=0,mode=0600,target=/",
		"type=tmpfs,size=64m,target=/x",
		"type=tmpfs,size=1.5 GiB",
		"type=tmpfs,size=100",
		"src=/,dst=x",
	])("accepts %s", (value) => {
		expect(find(value)).toBeUndefined();
	});

	it.each<[value: string, message: string]>([
		["type=cash", 'unsupported mount type "cash"'],
		["type=cache,sharing=no", 'unsupported sharing value "no"'],
		["sharing=locked", "sharing is only allowed for mounts of type cache"],
		["/x", '"/x" must be of the form key=value'],
		["to=/x", 'unexpected key "to"'],
		["constructor=/x", 'unexpected key "constructor"'],
		["required", 'unexpected key "required" for the type bind'],
		["required,type=secret,id=a", 'unexpected key "required" for the type bind'],
		["type=cache,size=1m", 'unexpected key "size" for the type cache'],
		["type=tmpfs,size=1x", "invalid value for size"],
		["type=tmpfs,size=1 kbb", "invalid value for size"],
		["type=tmpfs,size=-1", "invalid value for size"],
		["ro=yes", "invalid value for ro"],
		["rw=TrUe", "invalid value for rw"],
		["type=secret,id=a,mode=0800", "invalid value for mode"],
		["type=secret,id=a,mode=u+x", "invalid value for mode"],
		["type=cache,uid=root", "invalid value for uid"],
		["type=cache,gid=4294967296", "invalid value for gid"],
		["uid=0", "uid is not allowed for mounts of type bind"],
		["mode=0755,type=tmpfs", "mode is not allowed for mounts of type tmpfs"],
		["type=secret,from=a,id=b", "a secret cannot have from"],
		["type=secret,env=A", "a secret requires an id, a source or a target"],
		["type=secret,id=a,src=b", "a secret cannot have both an id and a source"],
		["type=cache,target=//", "cannot be the target"],
		["source=a,target=/./", "cannot be the target"],
	])("refuses %s", (value, message) => {
		expect(find(value)).toContain(`--mount: ${message}`.replace(/^--mount: (?=cannot)/, ""));
	});
});
