import { folderOf } from "../../command/posix-path.ts";
import { flatMap } from "../../flat-map.ts";
import type { Distro } from "../../images/catalogue-entry.ts";
import { distroOfManager } from "../../images/distros.ts";
import { isPackageManager } from "../../images/package-manager.ts";
import { inits } from "../../inits/index.ts";
import type { InitProgram } from "../../inits/init.ts";
import { baseName } from "../../inits/invocation.ts";

/** What a command does to packages that contain an init. */
export type PackageAction =
	/** A package from a repository: the paths at which it installs the init, or only a name if the folder is unknown. */
	| {
			readonly kind: "install";
			readonly name: InitProgram;
			readonly paths: readonly string[];
			/** The name that apk gives to all packages of the command (`--virtual`). */
			readonly group?: string;
	  }
	/** Package files, or possible ones: their paths and URLs. */
	| { readonly kind: "files"; readonly files: readonly string[] }
	| { readonly kind: "remove"; readonly name: InitProgram }
	| { readonly kind: "remove-group"; readonly group: string };

/**
 * The subcommands that install packages by name, and those that remove them, by program. They follow the program's
 * options.
 */
const VERBS: Readonly<Record<string, { readonly installs: RegExp; readonly removes: RegExp }>> = {
	apk: { installs: /^add$/, removes: /^del$/ },
	"apt-get": { installs: /^(?:install|reinstall)$/, removes: /^(?:remove|purge|autoremove)$/ },
	dnf: { installs: /^(?:install|localinstall|reinstall|in)$/, removes: /^(?:remove|erase|rm)$/ },
	zypper: { installs: /^(?:install|in)$/, removes: /^(?:remove|rm)$/ },
	pacman: { installs: /^-S\w*$|^--sync$/, removes: /^-R\w*$|^--remove$/ },
	conda: { installs: /^(?:install|create)$/, removes: /^(?:remove|uninstall)$/ },
	pip: { installs: /^install$/, removes: /^uninstall$/ },
	npm: { installs: /^(?:install|i|add)$/, removes: /^(?:uninstall|remove|rm)$/ },
	dpkg: { installs: /^-[a-zA-Z]*i$|^--install$/, removes: /^-[rP]$|^--(?:remove|purge)$/ },
	rpm: { installs: /^-[a-zA-Z]*[iUF][a-zA-Z]*$|^--(?:install|upgrade|freshen)$/, removes: /^-e\w*$|^--erase$/ },
};

/** Other programs, by the one whose subcommands they share. */
const ALIASES: Readonly<Record<string, string>> = {
	apt: "apt-get",
	aptitude: "apt-get",
	dnf5: "dnf",
	yum: "dnf",
	microdnf: "dnf",
	tdnf: "dnf",
	mamba: "conda",
	micromamba: "conda",
	yarn: "npm",
	pnpm: "npm",
};

/** Reads a call of a package manager; undefined for other commands. */
export function readPackageAction(argv: readonly string[], distro: Distro | undefined): PackageAction[] | undefined {
	const words = /^(?:python[\d.]*|uv)$/.test(baseName(argv[0] ?? "")) ? argv.slice(argv.indexOf("pip")) : argv;
	const program = baseName(words[0] ?? "");
	const manager = /^pip[\d.]*$/.test(program) ? "pip" : (ALIASES[program] ?? program);
	const verbs = Object.hasOwn(VERBS, manager) ? VERBS[manager] : undefined;
	if (verbs === undefined) return undefined;
	const at = words.findIndex((word, index) => index > 0 && (verbs.installs.test(word) || verbs.removes.test(word)));
	if (at === -1) return [];
	const operands = words.slice(at + 1).filter((word) => !word.startsWith("-"));
	if (verbs.removes.test(words[at] ?? ""))
		return flatMap(operands, (word): PackageAction[] => [
			...removal(readName(word)),
			...(manager === "apk" ? [{ kind: "remove-group", group: word } as const] : []),
		]);
	const files: PackageAction = {
		kind: "files",
		files: operands.filter((word) => /\.(?:deb|rpm)$|^https?:|[/$*]/.test(word)),
	};
	if (manager === "dpkg" || manager === "rpm") return [files];
	const place = { manager, program: words[0] ?? "", distro };
	const group = manager === "apk" ? virtualName(words) : undefined;
	const installed = flatMap(operands, (word): PackageAction[] => installation(word, place));
	return [...(group === undefined ? installed : installed.map((action) => ({ ...action, group }))), files];
}

/** `--virtual NAME`, `-t NAME`. */
function virtualName(words: readonly string[]): string | undefined {
	const at = words.findIndex((word) => /^(?:-t|--virtual)(?:=|$)/.test(word));
	return at === -1 ? undefined : (/=(.+)$/.exec(words[at] ?? "")?.[1] ?? words[at + 1]);
}

function removal(name: PackageName | undefined): PackageAction[] {
	return name === undefined ? [] : [{ kind: "remove", name: name === "tini-static" ? "tini" : name }];
}

interface Place {
	readonly manager: string;
	/** The name of the program. */
	readonly program: string;
	readonly distro: Distro | undefined;
}

function installation(word: string, place: Place): PackageAction[] {
	const name = readName(word);
	if (name === undefined) return [];
	// Their tini is another program, and only exact names are inits.
	if ((place.manager === "pip" || place.manager === "npm") && name !== "dumb-init") return [];
	if (name === "tini-static")
		return [
			{
				kind: "install",
				name: "tini",
				paths: pathsOf("tini", place)
					.map((path) => `${path.replace(/-static$/, "")}-static`)
					.slice(0, 1),
			},
		];
	return [{ kind: "install", name, paths: pathsOf(name, place) }];
}

/**
 * A package's name without channel, version, release and architecture: `tini=0.19.0-r0`, `tini~=0.19`,
 * `dumb-init[x]==1.2.5`, `tini.x86_64`.
 */
function readName(word: string): PackageName | undefined {
	const [, name] = PACKAGE.exec(word) ?? [];
	return PACKAGES.find((each) => each === name);
}

const PACKAGES = ["tini-static", "tini", "dumb-init", "catatonit", "pid1"] as const;
type PackageName = (typeof PACKAGES)[number];
const PACKAGE = new RegExp(
	String.raw`^(?:[\w.-]+::)?(${PACKAGES.join("|")})(?:[=~<>@:[/!].*|-\d.*|\.(?:x86_64|aarch64|noarch|i686|ppc64le|s390x))?$`,
);

/** Where a package installs an init. */
function pathsOf(name: InitProgram, { manager, program, distro }: Place): readonly string[] {
	if (manager === "pip")
		return [program.includes("/") ? `${folderOf(program)}/${name}` : (inits["dumb-init"].pip?.path ?? name)];
	if (manager === "conda" || manager === "npm") return [name];
	if (manager === "pacman") return [`/usr/bin/${name}`];
	const path = packagedAt(name, manager, distro);
	// Debian's package of tini also contains the static one.
	return name === "tini" && manager === "apt-get" ? [path, `${path}-static`] : [path];
}

/** Fedora's catatonit is where Podman looks for it, which is not in PATH. */
function packagedAt(name: InitProgram, manager: string, distro: Distro | undefined): string {
	if (name === "catatonit" && manager === "dnf") return "/usr/libexec/catatonit/catatonit";
	if (name !== "tini" && name !== "dumb-init") return `/usr/bin/${name}`;
	const own = distro ?? (isPackageManager(manager) ? distroOfManager(manager) : undefined);
	return (own && inits[name].packages[own]) ?? (manager === "dnf" ? `/usr/bin/${name}` : name);
}
