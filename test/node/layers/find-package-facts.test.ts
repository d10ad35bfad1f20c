import { describe, expect, it } from "vitest";
import { FileTree } from "../../../src/node/layers/file-tree.ts";
import { findPackageFacts } from "../../../src/node/layers/find-package-facts.ts";
import { scanLayer } from "../../../src/node/layers/scan-layer.ts";
import { ALPINE, DEBIAN, inParts, type LayerFiles, link, makeLayer } from "./helpers/make-layer.ts";

/** What the layers of an image show; the lowest layer is first. */
async function facts(layers: readonly LayerFiles[], platform = "linux/amd64", env: readonly string[] = []) {
	const tree = new FileTree();
	for (const layer of layers) tree.apply((await scanLayer(inParts(await makeLayer(layer)))).entries);
	return findPackageFacts(tree, { platform, env });
}

const UBI: LayerFiles = {
	...DEBIAN,
	"usr/lib/os-release": 'ID="rhel"\nVERSION_ID="9.4"\n',
	"usr/bin/apt-get": {},
	"usr/bin/curl": "#!",
	"etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem": "-----BEGIN",
	"etc/pki/tls/certs/ca-bundle.crt": link("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
};

describe("findPackageFacts", () => {
	it("reads Debian, whose directories are links", async () => {
		expect(await facts([DEBIAN])).toEqual({
			distro: "debian",
			files: {
				version: "12",
				hasShell: true,
				libc: "glibc",
				packageManager: "apt-get",
				downloader: "none",
				hasCertificates: false,
				hasPip: false,
			},
		});
	});

	it("reads Alpine, whose programs are links to one", async () => {
		expect(await facts([ALPINE])).toEqual({
			distro: "alpine",
			files: {
				version: "3.20.1",
				hasShell: true,
				libc: "musl",
				packageManager: "apk",
				downloader: "wget",
				hasCertificates: true,
				hasPip: false,
			},
		});
	});

	it.each<[string, LayerFiles, string]>([
		["dnf", { "usr/bin/dnf": link("dnf-3"), "usr/bin/dnf-3": "#!" }, "ubi dnf"],
		["yum alone", { "usr/bin/yum": "#!" }, "ubi yum"],
		["microdnf", { "usr/bin/microdnf": "#!" }, "ubi-minimal microdnf"],
		["neither", {}, "ubi-micro none"],
		["a link to nothing", { "usr/bin/dnf": link("dnf-3") }, "ubi-micro none"],
		["a file that cannot be executed", { "usr/bin/dnf": "x" }, "ubi-micro none"],
		["a package manager of another kind", { "usr/bin/apt-get": "#!" }, "ubi-micro none"],
	])("tells Red Hat's images by their package manager: %s", async (_, files, expected) => {
		const { distro, files: found } = await facts([UBI, files]);
		expect(`${distro} ${found.packageManager}`).toBe(expected);
	});

	it.each<[string, readonly LayerFiles[], object]>([
		[
			"nothing",
			[{}],
			{ hasShell: false, libc: "none", packageManager: "none", downloader: "none", hasCertificates: false },
		],
		["a shell that a later layer removes", [DEBIAN, { "usr/bin/.wh.dash": "" }], { hasShell: false }],
		["what a later layer removes, by its other name", [DEBIAN, { "bin/.wh.apt-get": "" }], { packageManager: "none" }],
		["what a later layer removes with its directory", [ALPINE, { ".wh.sbin": "" }], { packageManager: "none" }],
		[
			"what a later layer removes and brings again",
			[ALPINE, { "sbin/apk": "#!", ".wh.sbin": "" }],
			{ packageManager: "apk" },
		],
		[
			"an opaque directory, with what its own layer has",
			[ALPINE, { "bin/sh": "#!", "bin/.wh..wh..opq": "" }],
			{ hasShell: true, downloader: "none" },
		],
		["what a later layer adds to a directory that is a link", [DEBIAN, { "bin/curl": "#!" }], { downloader: "curl" }],
		[
			"a directory in the place of a link",
			[DEBIAN, { "bin/": "", "bin/curl": "#!" }],
			{ hasShell: false, packageManager: "apt-get" },
		],
		["a file in the place of a directory", [ALPINE, { bin: "x" }], { hasShell: false }],
		["a hard link", [{ "bin/sh": { type: "link", linkname: "x/dash" }, "x/dash": "#!" }], { hasShell: false }],
		[
			"a hard link to what is there",
			[{ "x/dash": "#!" }, { "bin/sh": { type: "link", linkname: "x/dash" } }],
			{ hasShell: true },
		],
		["links that lead to each other", [{ "bin/sh": link("bash"), "bin/bash": link("sh") }], { hasShell: false }],
		["a directory that is a link to itself", [{ bin: link("bin"), "bin/sh": "#!" }], { hasShell: false }],
		["a link that leads above the root", [{ "bin/sh": link("../../../x/sh"), "x/sh": "#!" }], { hasShell: true }],
		[
			"a link to a store elsewhere",
			[{ "bin/sh": link("/nix/store/a/bin/bash"), "nix/store/a/bin/bash": "#!" }],
			{ hasShell: true },
		],
		["certificates without content", [DEBIAN, { "etc/ssl/certs/ca-certificates.crt": "" }], { hasCertificates: false }],
		["curl before wget", [ALPINE, { "usr/local/bin/curl": "#!" }], { downloader: "curl" }],
	])("heeds %s", async (_, layers, expected) => {
		expect((await facts(layers)).files).toMatchObject(expected);
	});

	const LOCAL = { "usr/local/bin/pip": "#!", "usr/local/bin/python3": link("python3.13") };
	const PYTHON = { ...LOCAL, "usr/local/bin/python3.13": "#!" };
	const MARK = { "usr/lib/python3.13/EXTERNALLY-MANAGED": "[externally-managed]" };
	it.each<[what: string, layers: readonly LayerFiles[], env: readonly string[], expected: boolean]>([
		["of Docker's Python images", [DEBIAN, PYTHON], [], true],
		["beside another Python, of the distribution", [DEBIAN, MARK, PYTHON], [], true],
		["of conda", [DEBIAN, { "opt/conda/bin/pip": "#!", "opt/conda/bin/python": "#!" }], ["PATH=/opt/conda/bin"], true],
		["outside of the PATH", [DEBIAN, { "opt/conda/bin/pip": "#!", "opt/conda/bin/python": "#!" }], [], false],
		["of a distribution that lets it", [DEBIAN, { "usr/bin/pip": "#!", "usr/bin/python3": "#!" }], [], true],
		["of one that does not", [DEBIAN, { "bin/pip": "#!", "bin/python3": "#!" }, MARK], [], false],
		["for the distribution's Python", [DEBIAN, MARK, { ...LOCAL, "usr/bin/python3": "#!" }], [], false],
		["without a Python", [DEBIAN, LOCAL], [], false],
	])("looks whether pip may install: %s", async (_, layers, env, expected) => {
		expect((await facts(layers, "linux/amd64", env)).files.hasPip).toBe(expected);
	});

	it("searches the PATH of the image", async () => {
		const layers = [ALPINE, { "opt/bin/curl": "#!" }];
		expect((await facts(layers, "linux/amd64", ["PATH=/opt/bin"])).files).toMatchObject({
			downloader: "curl",
			packageManager: "none",
		});
	});

	it("looks for the C library of the platform", async () => {
		expect((await facts([DEBIAN], "linux/arm64")).files.libc).toBe("none");
		expect((await facts([DEBIAN], "linux/sparc64")).files.libc).toBeUndefined();
		const both = [ALPINE, { "lib64/ld-linux-x86-64.so.2": "#!" }];
		expect((await facts(both)).files.libc).toBeUndefined();
	});

	it.each([
		["ID=ubuntu\nVERSION_ID='22.04'", "ubuntu 22.04"],
		['ID="rocky"\nVERSION_ID="9.3"', "rockylinux 9.3"],
		["ID=wolfi", "wolfi undefined"],
		["ID=devuan\nID_LIKE=debian", "other undefined"],
		["ID=__proto__", "other undefined"],
		["", "other undefined"],
	])("knows the distribution of %j", async (text, expected) => {
		const { distro, files } = await facts([{ "etc/os-release": text }]);
		expect(`${distro} ${files.version}`).toBe(expected);
	});
});
