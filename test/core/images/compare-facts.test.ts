import { describe, expect, it } from "vitest";
import type { ImageDeclaration } from "../../../src/core/images/catalogue-entry.ts";
import { compareFacts } from "../../../src/core/images/compare-facts.ts";
import type { ImageKind } from "../../../src/core/images/distros.ts";
import { type ImageFacts, toFacts } from "../../../src/core/images/facts.ts";

type Declared = Omit<ImageDeclaration, "source"> & ImageKind;

function compare(stated: Declared, found: Declared): string {
	const [left, right] = [stated, found].map(factsOf);
	if (left === undefined || right === undefined) return expect.fail();
	return compareFacts(left, right)
		.map(({ fact, stated: is, found: was }) => `${fact} ${is} ${was}`)
		.join("; ");
}

function factsOf({ distro, files, ...declared }: Declared): ImageFacts {
	return { ...toFacts({ ...declared, source: "test" }, distro), ...(files === undefined ? {} : { files }) };
}

describe("compareFacts", () => {
	it.each<[string, Declared, Declared, string]>([
		["the same", { cmd: ["a"] }, { cmd: ["a"], env: ["A=b"], onBuild: ["RUN x"] }, ""],
		["another command", { cmd: ["a"] }, { cmd: ["b"], entrypoint: ["c"] }, 'ENTRYPOINT [] ["c"]; CMD ["a"] ["b"]'],
		["a command that varies", { cmd: "varies" }, { cmd: ["b"] }, ""],
		["a shell that varies", { shell: "varies" }, { shell: ["bash", "-c"] }, ""],
		["other spellings of root", { user: "root" }, { user: "0:0" }, ""],
		["another user", {}, { user: "app" }, "USER root app"],
		["another shell", {}, { shell: ["bash", "-c"] }, 'SHELL ["/bin/sh","-c"] ["bash","-c"]'],
		["other spellings of a signal", {}, { stopSignal: "TERM" }, ""],
		["another signal", {}, { stopSignal: "SIGQUIT" }, "STOPSIGNAL SIGTERM SIGQUIT"],
		[
			"distributions",
			{ distro: "alpine" },
			{ distro: "debian", files: { hasShell: true } },
			"distribution alpine debian",
		],
		["the same distribution", { distro: "debian" }, { distro: "debian", files: { hasShell: true } }, ""],
		["the files of distroless", { distro: "distroless" }, { distro: "debian", files: { hasShell: false } }, ""],
		[
			"a shell that is gone",
			{ distro: "debian" },
			{ distro: "debian", files: { hasShell: false } },
			"distribution debian without a shell",
		],
		["what os-release cannot name", { distro: "busybox" }, { distro: "other", files: { hasShell: true } }, ""],
		["an image whose files were not read", { distro: "debian" }, {}, ""],
	])("compares %s", (_, stated, found, expected) => {
		expect(compare(stated, found)).toBe(expected);
	});
});
