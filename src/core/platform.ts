import { memoized } from "./memo.ts";

/** The parts of a platform. */
export interface PlatformParts {
	readonly os: string;
	readonly architecture: string;
	/** Empty if the architecture has none, or for its usual one. */
	readonly variant: string;
}

/** Why a text does not name one platform. */
export interface PlatformMistake {
	/** What is wrong and what to write; follows the text in a sentence: "is not a platform: …". */
	readonly mistake: string;
	/** Whether a builder accepts it and fills in its own platform: `linux`, `local`. */
	readonly dependsOnBuilder: boolean;
}

const OS = /^([a-z0-9_-]+)(?:\([a-z0-9_.%-]*(?:\+[a-z0-9_.%-]+)*\))?$/i;
const COMPONENT = /^[a-z0-9_.-]+$/i;

const KNOWN_OS: ReadonlySet<string> = new Set(
	"aix android darwin dragonfly freebsd hurd illumos ios js linux macos nacl netbsd openbsd plan9 solaris windows zos".split(
		" ",
	),
);

const KNOWN_ARCHITECTURES: ReadonlySet<string> = new Set(
	(
		"386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc riscv riscv64 s390 s390x " +
		"sparc sparc64 wasm"
	).split(" "),
);

/**
 * Reads a platform as BuildKit does, which gives each one name (containerd/platforms: platforms.go, database.go):
 * `aarch64` and `linux/arm64/v8` are `linux/arm64`, `arm` is `linux/arm/v7`, `linux/amd64/v3` keeps its variant. An
 * architecture without an operating system is Linux's.
 */
export function normalizePlatform(text: string): string | PlatformMistake {
	const [first = "", ...rest] = text.split("/");
	const [, system] = OS.exec(first) ?? [];
	if (text === "local")
		return { mistake: `is the builder's own platform: name it, such as linux/amd64`, dependsOnBuilder: true };
	const isMalformed = system === undefined || rest.length > 2 || rest.some((part) => !COMPONENT.test(part));
	if (isMalformed)
		return {
			mistake:
				"is not a platform: write OS/ARCHITECTURE or OS/ARCHITECTURE/VARIANT, such as linux/arm64 or linux/arm/v7",
			dependsOnBuilder: false,
		};
	const withoutOs = normalizeArchitecture(first, rest[0] ?? "");
	if (rest.length < 2 && KNOWN_ARCHITECTURES.has(withoutOs.architecture))
		return joinPlatform({ os: "linux", ...withoutOs });
	const [architecture, variant = ""] = rest;
	if (architecture !== undefined)
		return joinPlatform({ os: normalizeOs(system), ...normalizeArchitecture(architecture, variant) });
	if (KNOWN_OS.has(system.toLowerCase()))
		return { mistake: `names an operating system without an architecture: ${NAME_IT}`, dependsOnBuilder: true };
	return { mistake: `is neither an operating system nor an architecture: ${NAME_IT}`, dependsOnBuilder: false };
}

const NAME_IT = "write both, such as linux/amd64 or linux/arm64";

function normalizeOs(os: string): string {
	const lower = os.toLowerCase();
	return lower === "macos" ? "darwin" : lower;
}

type Architecture = Omit<PlatformParts, "os">;

const I386: Architecture = { architecture: "386", variant: "" };

/**
 * Names that imply the variant; an explicit variant is ignored. `uname -m` prints the names of later 32-bit x86 CPUs.
 */
const FULL_NAMES: ReadonlyMap<string, Architecture> = new Map([
	["armhf", { architecture: "arm", variant: "v7" }],
	["armel", { architecture: "arm", variant: "v6" }],
	["i386", I386],
	["i486", I386],
	["i586", I386],
	["i686", I386],
]);

const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
	["x86_64", "amd64"],
	["x86-64", "amd64"],
	["aarch64", "arm64"],
]);

/** Other spellings of `architecture/variant`. */
const VARIANTS: ReadonlyMap<string, string> = new Map([
	["amd64/v1", ""],
	["arm64/8", ""],
	["arm64/v8", ""],
	["arm64/v8.0", ""],
	["arm64/9", "v9"],
	["arm64/9.0", "v9"],
	["arm64/v9.0", "v9"],
	["arm/", "v7"],
	["arm/5", "v5"],
	["arm/6", "v6"],
	["arm/7", "v7"],
	["arm/8", "v8"],
]);

function normalizeArchitecture(written: string, writtenVariant: string): Architecture {
	const name = written.toLowerCase();
	const architecture = OTHER_NAMES.get(name) ?? name;
	const variant = writtenVariant.toLowerCase();
	return FULL_NAMES.get(name) ?? { architecture, variant: VARIANTS.get(`${architecture}/${variant}`) ?? variant };
}

/** Splits a platform as `normalizePlatform` names it. */
export const splitPlatform: (platform: string) => PlatformParts = memoized((platform) => {
	const [os = "", architecture = "", variant = ""] = platform.split("/");
	return { os, architecture, variant };
});

function joinPlatform({ os, architecture, variant }: PlatformParts): string {
	return variant === "" ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`;
}

/**
 * The newest of the available platforms whose programs run on a platform: on `linux/amd64/v3` those for `linux/amd64`,
 * on `linux/arm/v7` those for `v6`.
 */
export function compatiblePlatform(platform: string, available: readonly string[]): string | undefined {
	if (available.includes(platform)) return platform;
	const { variant, ...parts } = splitPlatform(platform);
	const level = Number(/^v(\d+)/.exec(variant)?.[1] ?? 0);
	const lower = Array.from({ length: Math.min(level, 16) }, (_, below) => `v${level - below - 1}`);
	return [...lower, ""]
		.map((each) => joinPlatform({ ...parts, variant: each }))
		.find((each) => available.includes(each));
}
