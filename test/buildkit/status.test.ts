import { describe, expect, it } from "vitest";
import { GatewayError } from "../../src/buildkit/gateway.ts";
import type { Status } from "../../src/buildkit/gen/status.ts";
import { type FailedBuild, PlacedError, statusOf } from "../../src/buildkit/status.ts";

const PLACE = "github.com/moby/buildkit/errdefs.Source+json";
const bytes = Buffer.from("FROM a\nCMD b\n");
const rewritten = Buffer.from('FROM a\nENTRYPOINT ["/sbin/pidone"]\n');
const file = { filename: "a b/Dockerfile", bytes, ignore: undefined, definition: { def: [], metadata: {} } };
const build: FailedBuild = { file, rewritten };

describe("statusOf", () => {
	it("locates a mistake in the Dockerfile", () => {
		const { code, message, details } = statusOf(new PlacedError("no init", 2), build);
		expect({ code, message }).toEqual({ code: 2, message: "pidone: no init" });
		expect(details.map(({ type_url, value }) => [type_url, JSON.parse(Buffer.from(value).toString())])).toEqual([
			[
				PLACE,
				{
					info: { filename: "a b/Dockerfile", data: bytes.toString("base64"), language: "Dockerfile" },
					ranges: [{ start: { line: 2 }, end: { line: 2 } }],
				},
			],
		]);
	});

	it.each<[string, unknown, FailedBuild, string]>([
		[
			"a mistake without a Dockerfile",
			new PlacedError("no init", 2),
			{ file: undefined, rewritten: undefined },
			"pidone: no init",
		],
		["another error", new TypeError("wrong"), build, "pidone: wrong"],
		["what is not an error", "text", build, "pidone: text"],
	])("reports %s without a place", (_, error, failed, message) => {
		expect(statusOf(error, failed)).toEqual({ code: 2, message, details: [] });
	});

	it.each([
		[3, 3],
		[5, undefined],
		[6, 5],
		[7, 6],
	])("reports line %i of a text to which a line was added as of line %s of the user's", (line, expected) => {
		const own = Buffer.from("FROM a AS b\n\nCMD c\n# d\nFROM b\nRUN e\n");
		const text = Buffer.from("FROM a AS b\n\nCMD c\n# d\nCOPY f g\nFROM b\nRUN e\n");
		const at = { start: { line }, end: { line } };
		const value = Buffer.from(JSON.stringify({ info: { data: text.toString("base64") }, ranges: [at] }));
		const status = { code: 2, message: "no", details: [{ type_url: PLACE, value }] };
		const told = statusOf(new GatewayError(status), { file: { ...file, bytes: own }, rewritten: text });
		const { info, ranges } = JSON.parse(Buffer.from(told.details[0]?.value ?? "").toString());
		expect(info.data).toBe((expected === undefined ? text : own).toString("base64"));
		expect(ranges).toEqual([{ start: { line: expected ?? line }, end: { line: expected ?? line } }]);
	});

	it("replaces lines of the rewritten file by the user's, and keeps everything else", () => {
		const place = {
			info: { filename: "Dockerfile", data: rewritten.toString("base64"), definition: { def: ["b3A="] } },
			ranges: [{ start: { line: 2 } }],
			more: 1,
		};
		const other = { ...place, info: { ...place.info, data: "b3RoZXI=" } };
		const stack = { type_url: "github.com/moby/buildkit/stack.Stack+json", value: Buffer.from("not even JSON") };
		const status: Status = { code: 2, message: "m", details: [stack, detail(place), detail(other)] };
		const handed = statusOf(new GatewayError(status), build);
		expect(handed.details[0]).toBe(stack);
		expect(JSON.parse(Buffer.from(handed.details[1]?.value ?? []).toString())).toEqual({
			...place,
			info: { ...place.info, data: bytes.toString("base64") },
		});
		expect(handed.details[2]).toEqual(detail(other));
	});

	it.each(["", "null", "[]", "{", "{}", '{"info":null}'])("passes on a location that it cannot read: %j", (text) => {
		const status: Status = { code: 2, message: "m", details: [{ type_url: PLACE, value: Buffer.from(text) }] };
		expect(statusOf(new GatewayError(status), build)).toEqual(status);
	});

	it("passes on errors from before the Dockerfile was read", () => {
		const status: Status = { code: 7, message: "m", details: [detail({})] };
		expect(statusOf(new GatewayError(status), { file: undefined, rewritten: undefined })).toBe(status);
	});
});

function detail(place: unknown): Status["details"][number] {
	return { type_url: PLACE, value: Buffer.from(JSON.stringify(place)) };
}
