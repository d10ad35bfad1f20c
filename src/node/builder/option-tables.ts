import type { OptionTable } from "./arguments.ts";

/**
 * The options of docker build, with and without BuildKit, docker buildx build, podman build, buildah build and nerdctl
 * build, from their --help.
 */
export const BUILD_OPTIONS: OptionTable = {
	switches:
		words(`all-platforms check compress debug disable-compression disable-content-trust force-rm help http-proxy identity-label
		inherit-annotations inherit-labels layers load no-cache no-hostname no-hosts omit-history pull pull-always pull-never push quiet rewrite-timestamp
		rm save-stages skip-unused-stages squash squash-all stdin tls-verify`),
	valued:
		words(`add-host allow allowed-proxy annotation arch attest authfile blob-cache build-arg build-arg-file build-context builder buildkit-host cache-from
		cache-to cache-ttl call cap-add cap-drop cert-dir cgroup-parent cgroupns cpp-flag cpu-period cpu-quota cpu-shares cpuset-cpus cpuset-mems creds cw
		decryption-key device dns dns-option dns-search env file format from hooks-dir ignorefile iidfile ipc isolation jobs label layer-label logfile logsplit
		manifest memory memory-swap metadata-file network no-cache-filter os os-feature os-version output pid platform print progress provenance retry
		retry-delay runtime runtime-flag sbom sbom-img-output sbom-output secret security-opt shm-size sign-by signature-policy source-date-epoch
		source-policy-file ssh tag target timestamp ulimit unsetannotation unsetenv unsetlabel userns userns-gid-map userns-gid-map-group userns-uid-map
		userns-uid-map-user uts variant volume`),
	letters: {
		D: "debug",
		c: "cpu-shares",
		f: "file",
		h: "help",
		m: "memory",
		o: "output",
		q: "quiet",
		t: "tag",
		v: "volume",
	},
};

/** The options of docker buildx bake. */
export const BAKE_OPTIONS: OptionTable = {
	switches: words("check debug help list-targets list-variables load no-cache print pull push quiet"),
	valued: words("allow builder call file list metadata-file progress provenance sbom set var"),
	letters: { D: "debug", f: "file", h: "help", q: "quiet" },
};

/** The options of docker compose before its verb. */
export const COMPOSE_OPTIONS: OptionTable = {
	switches: words("all-resources compatibility dry-run help no-ansi verbose version"),
	valued: words("ansi env-file file parallel profile progress project-directory project-name workdir"),
	letters: { f: "file", h: "help", p: "project-name", v: "version" },
};

/** The options of docker compose build, including those that it only accepts for old scripts, such as --parallel. */
export const COMPOSE_BUILD_OPTIONS: OptionTable = {
	switches: words(
		"check compress dry-run force-rm help no-cache no-rm parallel print pull push quiet with-dependencies",
	),
	valued: words("build-arg builder memory progress provenance sbom ssh"),
	letters: { h: "help", m: "memory", q: "quiet" },
};

function words(text: string): ReadonlySet<string> {
	return new Set(text.split(/\s+/));
}
