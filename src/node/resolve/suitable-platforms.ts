import { splitPlatform } from "../../core/platform.ts";

/**
 * The platforms whose images containerd runs on a platform, best first (containerd/platforms: compare.go): older
 * variants, and the 32-bit architecture of the same CPU.
 * @param platform as `normalizePlatform` names it, as the ones that it returns
 */
export function suitablePlatforms(platform: string): readonly string[] {
	const { os, architecture, variant } = splitPlatform(platform);
	const suitable = { amd64: suitableOnAmd64, arm: suitableOnArm, arm64: suitableOnArm64 }[architecture];
	return suitable === undefined ? [platform] : suitable(variant).map((each) => `${os}/${each}`);
}

function suitableOnAmd64(variant: string): string[] {
	const older = versionsBelow(variant, 2).map((version) => `amd64/v${version}`);
	const named = variant === "" ? [] : [`amd64/${variant}`];
	return [...named, ...older, "amd64", "386"];
}

function suitableOnArm(variant: string): string[] {
	return [`arm/${variant}`, ...versionsBelow(variant, 5).map((version) => `arm/v${version}`)];
}

/** Armv9.n has what Armv8.(n+5) has. A variant that containerd does not know matches nothing. */
function suitableOnArm64(variant: string): string[] {
	const [, major, minor = "0"] = /^v([89])(?:\.(\d))?$/.exec(variant || "v8") ?? [];
	if (major === undefined || (major === "9" && Number(minor) > 7)) return [];
	const newest = major === "8" ? Number(minor) : Math.min(Number(minor) + 5, 9);
	const nine = major === "9" ? minorsFrom(Number(minor)).map((each) => `arm64/v9${each}`) : [];
	const eight = minorsFrom(newest).map((each) => (each === "" ? "arm64" : `arm64/v8${each}`));
	return [...nine, ...eight, ...suitableOnArm("v8")];
}

/** `.2`, `.1` and the empty text for 2. */
function minorsFrom(newest: number): string[] {
	return Array.from({ length: newest + 1 }, (_, below) => (below === newest ? "" : `.${newest - below}`));
}

/** 6 and 5 for v7 and 5. */
function versionsBelow(variant: string, oldest: number): number[] {
	const version = Number(/^v(\d{1,2})$/.exec(variant)?.[1] ?? 0);
	return Array.from({ length: Math.max(0, version - oldest) }, (_, below) => version - 1 - below);
}
