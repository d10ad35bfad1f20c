import type { Distro } from "../../core/images/catalogue-entry.ts";

/** How a distribution identifies itself. */
export interface OsRelease {
	readonly id: string;
	/** Rolling distributions have none. */
	readonly version?: string;
}

/** Reads an os-release file: assignments as in a shell (systemd: os-release.xml). */
export function parseOsRelease(text: string): OsRelease {
	const values = new Map<string, string>();
	for (const line of text.split("\n")) {
		const [, name = "", value = ""] = /^\s*([A-Z_]+)=(.*)$/.exec(line) ?? [];
		if (name !== "") values.set(name, unquote(value.trim()));
	}
	const version = values.get("VERSION_ID");
	// Without an ID it is linux, as the specification says.
	return { id: values.get("ID") || "linux", ...(version === undefined || version === "" ? {} : { version }) };
}

function unquote(value: string): string {
	const quoted = /^(["'])(.*)\1$/.exec(value)?.[2];
	return (quoted ?? value).replace(/\\(.)/g, "$1");
}

/** By their IDs in os-release. Derivatives are not included: they may have other packages. */
const DISTROS: Readonly<Record<string, Distro>> = {
	alpine: "alpine",
	almalinux: "almalinux",
	amzn: "amazonlinux",
	arch: "arch",
	azurelinux: "azurelinux",
	centos: "centos",
	chainguard: "wolfi",
	debian: "debian",
	fedora: "fedora",
	mariner: "azurelinux",
	ol: "oraclelinux",
	"opensuse-leap": "opensuse",
	"opensuse-tumbleweed": "opensuse",
	photon: "photon",
	rhel: "ubi",
	rocky: "rockylinux",
	ubuntu: "ubuntu",
	wolfi: "wolfi",
};

/** The distribution with an ID; `other` if pidone does not know it. */
export function distroOfId(id: string): Distro {
	return (Object.hasOwn(DISTROS, id) ? DISTROS[id] : undefined) ?? "other";
}
