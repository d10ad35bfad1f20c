import { isPackageManager, type PackageManager } from "../images/package-manager.ts";

/** A way to get an init into an image. */
export type InstallMethod =
	| { readonly kind: PlainMethod }
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

/** The methods that need nothing but their name. */
type PlainMethod = Exclude<InstallOption, PackageManager | "apt" | `${string}:${string}`>;

const PLAIN_METHODS: readonly PlainMethod[] = ["auto", "copy", "pip", "deb", "rpm", "download", "add", "curl", "wget"];

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
	if (isPackageManager(text)) return { kind: "package", manager: text };
	if (text === "apt") return { kind: "package", manager: "apt-get" };
	const plain = PLAIN_METHODS.find((each) => each === text);
	return plain && { kind: plain };
}
