import { describe, expect, it } from "vitest";
import { DISTROS, distroOfManager } from "../../../src/core/images/distros.ts";
import { initNames, inits } from "../../../src/core/inits/index.ts";

describe("DISTROS", () => {
	it("have a package manager or a downloader only with a shell", () => {
		const wrong = Object.entries(DISTROS).filter(
			([, { hasShell, packageManager, downloader }]) => !hasShell && (packageManager ?? downloader) !== undefined,
		);
		expect(wrong).toEqual([]);
	});

	it("have a package manager wherever an init has a package", () => {
		const packaged = initNames.flatMap((name) => Object.keys(inits[name].packages));
		const wrong = packaged.filter((distro) => DISTROS[distro as keyof typeof DISTROS].packageManager === undefined);
		expect(wrong).toEqual([]);
	});

	it.each([
		["alpine", "apk"],
		["debian", "apt-get"],
		["ubuntu", "apt-get"],
		["fedora", "dnf"],
		["ubi", "dnf"],
		["ubi-minimal", "microdnf"],
		["photon", "tdnf"],
		["opensuse", "zypper"],
		["busybox", undefined],
		["distroless", undefined],
		["scratch", undefined],
	] as const)("%s has %s", (distro, manager) => {
		expect(DISTROS[distro].packageManager).toBe(manager);
	});
});

describe("distroOfManager", () => {
	it("knows two that leave no doubt", () => {
		expect([distroOfManager("apk"), distroOfManager("apt-get"), distroOfManager("dnf")]).toEqual([
			"alpine",
			"debian",
			undefined,
		]);
	});
});
