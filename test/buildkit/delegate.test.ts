import { describe, expect, it } from "vitest";
import { toBytes } from "../../src/buildkit/bytes.ts";
import { type Delegation, delegate } from "../../src/buildkit/delegate.ts";
import type { SolveRequest } from "../../src/buildkit/gen/gateway.ts";
import { source } from "../../src/buildkit/llb.ts";
import { pidone } from "../../src/core/inits/pidone.ts";
import { filesOf } from "./helpers/files-of.ts";
import { requestWith } from "./helpers/requests.ts";
import { readInitSupply } from "./helpers/runtime.ts";

const PLAIN = "FROM a\n";
const WITH_INIT = 'FROM a\nCOPY --link --from=pidone-init /sbin/pidone /sbin/pidone\nENTRYPOINT ["/sbin/pidone"]\n';
const definition = source("x", "local://dockerfile", {});

function ask(
	text: string,
	options: Readonly<Record<string, string>> = {},
	more: Partial<Delegation> = {},
): Partial<SolveRequest> {
	const request = requestWith(options, { inputs: { context: definition, other: definition } });
	const file = { filename: "sub/Dockerfile", bytes: Buffer.from("original"), ignore: undefined, definition };
	return delegate({ request, remote: undefined, file, bytes: Buffer.from(text), syntax: "", readInitSupply, ...more });
}

describe("delegate", () => {
	it("passes on every option except pidone's own, and every input except the Dockerfile", () => {
		const options = {
			"build-arg:A": "1=2",
			"label:x": "",
			target: "t",
			platform: "linux/arm64",
			"no-cache": "",
			requestid: "frontend.outline",
			"context:x": "docker-image://y",
		};
		const asked = ask(PLAIN, { ...options, source: "pidone/dockerfile:1", dockerfilekey: "d" });
		expect(asked).toMatchObject({ Frontend: "dockerfile.v0", allowResultReturn: true, allowResultArrayRef: true });
		expect(asked.FrontendOpt).toEqual({ ...options, cmdline: "pidone" });
		expect(Object.keys(asked.FrontendInputs ?? {})).toEqual(["context", "other", "dockerfile"]);
		expect(filesOf(asked.FrontendInputs?.dockerfile, {})).toEqual({ "sub/Dockerfile": toBytes(PLAIN) });
	});

	it("makes the builder build at once, so that it reports failures, but builds nothing for a sub-request", () => {
		expect(ask(PLAIN).Evaluate).toBe(true);
		expect(ask(PLAIN, { requestid: "frontend.lint" }).Evaluate).toBe(false);
	});

	it("keeps the command line, so that the builder does not look for a syntax line again", () => {
		expect(ask(PLAIN, { cmdline: "pidone/dockerfile:1 args" }).FrontendOpt).toEqual({
			cmdline: "pidone/dockerfile:1 args",
		});
	});

	it("passes a fetched context as an input, whatever its key is", () => {
		const remote = { definition: source("y", "git://x", {}) };
		const asked = ask(PLAIN, { context: "https://x/y.git", contextkey: "c", c: "https://x/z.git" }, { remote });
		expect(asked.FrontendOpt).toEqual({ contextkey: "c", cmdline: "pidone" });
		expect(asked.FrontendInputs?.context).toBe(remote.definition);
	});

	it("supplies the init for the platforms that it runs on, and a placeholder for others", () => {
		const { FrontendInputs = {}, FrontendOpt } = ask(WITH_INIT);
		const names = [...pidone.platforms.map((platform) => `pidone-init::${platform}`), "pidone-init"];
		expect(FrontendOpt).toEqual({
			...Object.fromEntries(names.map((name) => [`context:${name}`, `input:${name}`])),
			cmdline: "pidone",
		});
		const trees = names.map((name) => filesOf(FrontendInputs[name], {}));
		expect(trees.map((tree) => Object.keys(tree))).toEqual([...pidone.platforms.map(() => ["sbin/pidone"]), ["none"]]);
		const inits = trees.slice(0, -1).map((tree) => Buffer.from(tree["sbin/pidone"] ?? ""));
		for (const init of inits) expect(init.subarray(0, 4)).toEqual(Buffer.from("\x7fELF"));
		expect(inits[0]).not.toEqual(inits[1]);
	});

	it.each([
		["FROM a", ["linux/amd64/v3", "linux/arm64/v9"], ["linux/amd64/v3", "linux/arm64/v9"]],
		["FROM --platform=x86_64/v2 a", ["linux/s390x"], ["linux/amd64/v2"]],
		["FROM --platform=$BUILDPLATFORM a", ["linux/arm64"], []],
	])("supplies that of the architecture for its variants: %s for %j", (from, platforms, variants) => {
		const text = WITH_INIT.replace("FROM a", from);
		const { FrontendOpt = {} } = ask(text, {}, { request: requestWith({}, { platforms }) });
		const names = variants.map((variant) => [
			`context:pidone-init::${variant}`,
			`input:pidone-init::${variant.replace(/\/v\d$/, "")}`,
		]);
		const isOwn = (key: string): boolean => pidone.platforms.some((platform) => key.endsWith(`::${platform}`));
		expect(Object.entries(FrontendOpt).filter(([key]) => /\/v\d/.test(key) && !isOwn(key))).toEqual(names);
	});

	it("supplies no init where none is copied", () => {
		expect(ask(PLAIN).FrontendOpt).toEqual({ cmdline: "pidone" });
		expect(Object.keys(ask("FROM a\nRUN echo COPY --from=pidone-init x y\n").FrontendInputs ?? {})).not.toContain(
			"pidone-init",
		);
	});

	it.each(["context:pidone-init", "context:pidone-init::linux/arm64"])(
		"leaves the init to the user who gives one as %s",
		(key) => {
			const { FrontendInputs = {}, FrontendOpt } = ask(WITH_INIT, { [key]: "docker-image://acme/init" });
			expect(FrontendOpt).toEqual({ [key]: "docker-image://acme/init", cmdline: "pidone" });
			expect(Object.keys(FrontendInputs)).toEqual(["context", "other", "dockerfile"]);
		},
	);

	it.each<[string, Record<string, string>, object | undefined]>([
		["", { source: "pidone:1" }, undefined],
		["pidone:1", { source: "pidone:1", cmdline: "pidone:1" }, undefined],
		[
			"pidone:1 with words",
			{ source: "docker.io/library/pidone:1@sha256:0", cmdline: "pidone:1 with words" },
			undefined,
		],
		[
			"docker/dockerfile:1",
			{ source: "pidone:1", cmdline: "pidone:1" },
			{ source: "docker/dockerfile:1", cmdline: "docker/dockerfile:1" },
		],
		[
			"docker/dockerfile:1-labs  a=b c",
			{ source: "pidone:1" },
			{ source: "docker/dockerfile:1-labs", cmdline: "docker/dockerfile:1-labs  a=b c" },
		],
		["docker/dockerfile:1\tx", {}, { source: "docker/dockerfile:1", cmdline: "docker/dockerfile:1\tx" }],
	])("goes on with the frontend that the Dockerfile names: %j with %j", (syntax, options, next) => {
		const asked = ask(PLAIN, options, { syntax });
		expect(asked.Frontend).toBe(next === undefined ? "dockerfile.v0" : "gateway.v0");
		expect(asked.FrontendOpt).toEqual(next ?? { cmdline: options.cmdline ?? "pidone" });
	});
});
