import { beforeAll, describe, expect, it } from "vitest";
import { endBoth, endBuild } from "./helpers/compare.ts";
import { buildFrontend } from "./helpers/frontend-image.ts";
import { makeArchive } from "./helpers/served-contexts.ts";

let frontend = "";
beforeAll(async () => {
	frontend = await buildFrontend();
});

const lines = (...texts: readonly string[]): string => texts.map((text) => `${text}\n`).join("");

describe.concurrent("a mistake that BuildKit finds is reported as without the frontend", () => {
	it.each<[what: string, dockerfile: string | Uint8Array, flags?: readonly string[]]>([
		// BuildKit suggests any one of the nearest names: for RNU, it suggests RUN or ENV.
		["an instruction that there is not", lines("FROM busybox", "", 'ENTRYPOINT ["x"]', "WORKDIRR x")],
		["an instruction without its arguments", lines("FROM busybox", 'ENTRYPOINT ["x"]', "COPY x")],
		["a heredoc without an end", lines("FROM busybox", 'CMD ["x"]', "RUN <<EOF", "echo")],
		["no FROM", lines('CMD ["x"]')],
		["an empty file", ""],
		["nothing but comments", lines("# one", "# two")],
		[
			"a RUN that fails after a rewritten ENTRYPOINT",
			lines("FROM busybox", "ENTRYPOINT sleep \\", "  1000", "RUN exit 7", "CMD x"),
		],
		["a RUN that fails before it", lines("FROM busybox", "", "RUN exit 7", 'CMD ["x"]')],
		["a stage that there is not", lines("FROM scratch", 'CMD ["x"]', "COPY --from=3 / /")],
		["a base that cannot be had", lines("FROM scratch AS a", "FROM 127.0.0.1:1/none", 'CMD ["x"]')],
		["a target that there is not", lines("FROM busybox", 'CMD ["x"]'), ["--target", "nope"]],
		["a file that there is not", lines("FROM busybox", 'CMD ["x"]', "COPY nope /")],
		["a platform that there is not", lines("FROM scratch", 'CMD ["x"]'), ["--platform", "lin/u/x/y"]],
	])("%s", async (_, dockerfile, flags = []) => {
		const { stock, ours } = await endBoth(frontend, [...flags, "-f", "-", "."], { input: dockerfile });
		expect(stock.exitCode).toBe(1);
		expect(ours).toMatchObject({ exitCode: 1, message: stock.message });
	});

	it("no Dockerfile at all", async () => {
		const { stock, ours } = await endBoth(frontend, ["."], { files: { other: "" } });
		expect([stock.exitCode, ours.exitCode]).toEqual([1, 1]);
		expect(ours.message.replace("pidone: ", "")).toBe(stock.message);
	});

	it("a RUN that fails in a context that BuildKit fetches", async () => {
		const input = await makeArchive({
			kept: "",
			Dockerfile: lines("FROM busybox", 'ENTRYPOINT ["x"]', "COPY kept /", "RUN exit 7"),
		});
		const { stock, ours } = await endBoth(frontend, ["-"], { input });
		expect(ours.message).toBe(stock.message);
		expect(ours.message).toContain("4 | >>> RUN exit 7");
	});
});

describe.concurrent("a mistake that pidone finds", () => {
	const tell = async (dockerfile: string | Uint8Array, ...flags: readonly string[]) =>
		(await endBoth(frontend, [...flags, "-f", "-", "."], { input: dockerfile })).ours;

	it.each([
		["PIDONE_INIT=tiny", 'pidone: build argument PIDONE_INIT=tiny: unknown init "tiny"'],
		["PIDONE_INSTALL=floppy", "pidone: build argument PIDONE_INSTALL=floppy: must be one of "],
		["PIDONE_OFF=perhaps", "pidone: build argument PIDONE_OFF=perhaps: must be true or false"],
		["PIDONE_INHERITED=2", "pidone: build argument PIDONE_INHERITED=2: must be true or false"],
		["PIDONE_TARGET=app", "pidone: build argument PIDONE_TARGET: unknown setting; did you mean PIDONE_TARGETS?"],
		["PIDONE_TARGETS=appp", "pidone: build argument PIDONE_TARGETS: no stage is called appp; did you mean app?"],
	])("is a setting that means nothing: %s", async (setting, message) => {
		const { exitCode, message: last } = await endBuild(
			["--build-arg", `BUILDKIT_SYNTAX=${frontend}`, "--build-arg", setting, "-f", "-", "."],
			{ input: lines("FROM busybox AS app", 'CMD ["x"]') },
		);
		expect(exitCode).toBe(1);
		expect(last).toContain(`ERROR: failed to build: failed to solve: ${message}`);
	});

	it("is an init that cannot be installed, at its line", async () => {
		const { exitCode, message } = await tell(
			lines("FROM scratch", "", 'CMD ["x"]'),
			"--build-arg",
			"PIDONE_INIT=tini",
			"--build-arg",
			"PIDONE_INSTALL=apt-get",
		);
		expect(exitCode).toBe(1);
		expect(message).toMatch(
			/^Dockerfile:\d\n-+\n(?:.*\n)* +3 \| >>> CMD \["x"\]\n(?:.*\n)*ERROR: failed to build: failed to solve: pidone: pidone knows no package of tini for scratch/,
		);
	});

	it("is a platform without an init, at its line", async () => {
		const { exitCode, message } = await tell(lines("FROM scratch", "", 'CMD ["x"]'), "--platform", "linux/loong64");
		expect(exitCode).toBe(1);
		expect(message).toMatch(
			/ +3 \| >>> CMD \["x"\]\n(?:.*\n)*ERROR: failed to build: failed to solve: pidone: pidone is not available for linux\/loong64: build for linux\/amd64/,
		);
	});
});
