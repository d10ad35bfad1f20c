import { describe, expect, it } from "vitest";
import { Op } from "../../src/buildkit/gen/ops.ts";
import { files } from "../../src/buildkit/llb.ts";
import { refusal, type World } from "./helpers/fake-gateway.ts";
import { buildIn, deliveredFiles, worldOf } from "./helpers/worlds.ts";

const COPIED = 'FROM scratch\nCOPY run.sh lib.sh /\nENTRYPOINT ["/run.sh"]\n';
const SYSTEMD = "#!/bin/sh\nexec /sbin/init\n";

function worldWith(context: Readonly<Record<string, string>>, more: World = {}): World {
	const { sources, ...world } = worldOf(COPIED, more);
	return { ...world, sources: { ...sources, "local://context": context } };
}

const SCRIPT_MODE = { "run.sh": 0o755 };

async function build(world: World, options: Readonly<Record<string, string>> = {}) {
	const { gateway, returned } = await buildIn(world, { options });
	expect(returned.error).toBeUndefined();
	const warnings = gateway.warned.map(({ short }) => Buffer.from(short).toString());
	const text = deliveredFiles(gateway).Dockerfile ?? "";
	return { gateway, warnings, isRewritten: text !== COPIED };
}

describe("the files of the build context", () => {
	it("decide what runs: a program that must be PID 1 gets no init", async () => {
		expect(await build(worldWith({ "run.sh": SYSTEMD }, { modes: SCRIPT_MODE }))).toMatchObject({ isRewritten: false });
		expect(await build(worldWith({ "run.sh": "#!/bin/sh\nexec app\n" }, { modes: SCRIPT_MODE }))).toMatchObject({
			isRewritten: true,
			warnings: [],
		});
	});

	it("are fetched one after the other as scripts lead to each other; no other file is", async () => {
		const script = "#!/bin/sh\n. /lib.sh\nexec sh /lib.sh\n";
		const { gateway, isRewritten } = await build(
			worldWith({ "run.sh": script, "lib.sh": SYSTEMD, other: "" }, { modes: SCRIPT_MODE }),
		);
		expect(isRewritten).toBe(false);
		const asked = gateway.solved.flatMap(({ Definition }) => {
			const { op } = Op.decode(Definition?.def[0] ?? new Uint8Array());
			return op?.$case === "source" && op.value.identifier === "local://context"
				? [JSON.parse(op.value.attrs["local.followpaths"] ?? "")]
				: [];
		});
		expect(asked).toEqual([["run.sh"], ["run.sh", "lib.sh"]]);
	});

	it("are not requested if no command needs them", async () => {
		const { gateway } = await buildIn(worldOf('FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["node", "server.js"]\n'));
		expect(gateway.calls).not.toContain("StatFile");
		expect(gateway.solved).toHaveLength(2);
	});

	it("show what is wrong with a script", async () => {
		const { warnings } = await build(worldWith({ "run.sh": "#!/bin/sh\napp\n" }, { modes: SCRIPT_MODE }));
		expect(warnings).toEqual([expect.stringContaining("pidone/script-never-execs")]);
	});

	it.each<[string, World]>([
		["a file that is too large", worldWith({ "run.sh": `${SYSTEMD}${"#".repeat(1_000_000)}` }, { modes: SCRIPT_MODE })],
		["a pipe", worldWith({ "run.sh": SYSTEMD }, { modes: { "run.sh": 0o755 | (1 << 25) } })],
	])("are not read past a bound: %s", async (_, world) => {
		const { gateway, isRewritten } = await build(world);
		expect(isRewritten).toBe(true);
		expect(gateway.calls.filter((name) => name === "ReadFile")).toHaveLength(2);
	});

	it("may be missing or unreadable: the build continues", async () => {
		expect((await build(worldWith({}))).isRewritten).toBe(true);
		const handlers: World["handlers"] = {
			statFile: ({ Path }) => {
				throw refusal(2, `no access to ${Path}`);
			},
		};
		expect((await build(worldWith({ "run.sh": SYSTEMD }, { handlers }))).isRewritten).toBe(true);
	});

	it("come from the context that another build has made", async () => {
		const context = files("context", [{ path: "/run.sh", bytes: Buffer.from(SYSTEMD), mode: 0o755 }]);
		const world = { ...worldOf(COPIED), inputs: { context } };
		expect((await build(world)).isRewritten).toBe(false);
		expect((await build(world, { contextsubdir: "sub" })).isRewritten).toBe(true);
	});
});
