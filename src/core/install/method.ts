import type { PackageManager } from "../images/package-manager.ts";
import { isPackageManager } from "../images/package-manager.ts";

/** A way to get an init into an image. */
export type InstallMethod =
	| { readonly kind: "auto" | "copy" | "pip" | "deb" | "rpm" | "download" | "add" | "curl" | "wget" }
	| { readonly kind: "context" | "image"; readonly name: string }
	| { readonly kind: "package"; readonly manager: PackageManager };

/** A way to get an init into an image, as it is written in options. */
export type InstallOption =
	| "auto"
	| "copy"
	| "pip"
	| "deb"
	| "rpm"
	| "download"
	| "add"
	| "curl"
	| "wget"
	| PackageManager
	| "apt"
	| `context:${string}`
	| `image:${string}`;

/** What `--install` accepts, for messages and help. */
export const INSTALL_METHODS =
	"auto, copy, context:NAME, image:REF, apk, apt-get, dnf, yum, microdnf, tdnf, zypper, pip, deb, rpm, download, add, curl, wget";

/** Whether a text is a method. */
export function isInstallOption(text: string): text is InstallOption {
	return parseInstallMethod(text) !== undefined;
}

/** Reads the value of `--install`; undefined if it is not a method. */
export function parseInstallMethod(text: string): InstallMethod | undefined {
	const [kind = "", ...rest] = text.split(":");
	const name = rest.join(":");
	if ((kind === "context" || kind === "image") && /^[^\s"'`$\\]+$/.test(name)) return { kind, name };
	if (rest.length > 0) return undefined;
	if (isPackageManager(kind)) return { kind: "package", manager: kind };
	if (kind === "apt") return { kind: "package", manager: "apt-get" };
	switch (kind) {
		case "auto":
		case "copy":
		case "pip":
		case "deb":
		case "rpm":
		case "download":
		case "add":
		case "curl":
		case "wget":
			return { kind };
		default:
			return undefined;
	}
}
