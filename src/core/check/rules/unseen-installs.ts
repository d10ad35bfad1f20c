import type { AnalysedStage } from "../../analysis/analyse.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";

/**
 * Images of distributions, languages and servers without an init. Sources: their Dockerfiles, which the catalogue's
 * rows name.
 */
const WITHOUT_INIT =
	/^(?:almalinux|alpine|amazoncorretto|amazonlinux|archlinux|buildpack-deps|busybox|caddy|centos|clojure|dart|debian|eclipse-temurin|elixir|erlang|fedora|golang|gradle|groovy|haproxy|haskell|httpd|julia|mariadb|maven|memcached|mongo|mysql|nginx|node|openjdk|opensuse\/\w+|oraclelinux|perl|photon|php|postgres|pypy|python|r-base|redis|rockylinux|ruby|rust|swift|tomcat|traefik|ubuntu|mcr\.microsoft\.com\/dotnet\/[\w/-]+|gcr\.io\/distroless\/[\w-]+)$/;

/** Whether the image at the root of a stage is known to have no init. */
export function hasNoInit({ bases }: AnalysedStage): boolean {
	return (
		bases.length > 0 &&
		bases.every((base) => base.kind === "scratch" || (base.kind === "image" && WITHOUT_INIT.test(base.reference.name)))
	);
}

/** Commands that run scripts, builds or lists which are not in the Dockerfile. */
const OPAQUE =
	/(?:^|[;&|({]|\b(?:then|do|else)\b)\s*(?:sudo\s+)?(?:\.{0,2}\/\S+|(?:ba|da)?sh\s+\S+|\.\s|source\s|(?:ansible[\w-]*|make|cmake|ninja|puppet|chef[\w-]*|salt[\w-]*|nix[\w-]*|guix|brew|conda|mamba|micromamba|xargs)(?:\s|$))|\|\s*(?:sudo\s+)?(?:ba|da)?sh\b|\bxargs\b|\$\(cat\b|\$\(<|\btar\s/;

/** A mount of files that a RUN may install, such as packages. */
function bringsFiles(flag: string): boolean {
	return flag.startsWith("--mount") && !/\btype=(?:cache|tmpfs|secret|ssh)\b/.test(flag);
}

/** Whether the instructions may install an init in a way that cannot be read. */
export function mayInstallUnseen(lineage: readonly Instruction[], name: string): boolean {
	return lineage.some(({ keyword, flags, argument: { text } }) => {
		if (keyword === "ADD") return /\.(?:tar|tgz|txz|tbz2|tar\.\w+)\b/.test(text);
		if (keyword !== "RUN") return false;
		return (
			text.includes(name) ||
			flags.some(bringsFiles) ||
			OPAQUE.test(text) ||
			(name === "dumb-init" && /\bpip3?\s+install\b[^;&|]*\s-r\b/.test(text))
		);
	});
}
