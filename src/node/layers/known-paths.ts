import type { PackageManager } from "../../core/images/package-manager.ts";

/** The files in which a distribution identifies itself; the first one counts (systemd: os-release.xml). */
export const OS_RELEASES: readonly string[] = ["/etc/os-release", "/usr/lib/os-release"];

/** The shell of a RUN that no SHELL precedes. */
export const SHELL = "/bin/sh";

/** In order of preference, if the distribution does not decide. */
export const PACKAGE_MANAGERS: readonly PackageManager[] = [
	"apk",
	"apt-get",
	"dnf",
	"microdnf",
	"tdnf",
	"zypper",
	"yum",
];

/** Python's installer, and the interpreters that it may be for. */
export const PIP = "pip";
export const PYTHONS: readonly string[] = ["python3", "python"];

/**
 * Where a distribution says that pip must leave its Python alone, below the folder that has the interpreter's bin
 * (PEP 668). Python 3.11 was the first that any distribution had so.
 */
export const MANAGED_MARKS: readonly string[] = Array.from({ length: 20 }, (_, index) =>
	["lib", "lib64"].map((folder) => `${folder}/python3.${11 + index}/EXTERNALLY-MANAGED`),
).flat();

/** Those that install steps use, the better one first. */
export const DOWNLOADERS = ["curl", "wget"] as const;

/** Where builders look for programs if an image has no PATH (BuildKit: util/system/path.go). */
export const DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** CA certificates in one file (Go: crypto/x509/root_linux.go). */
export const CERTIFICATES: readonly string[] = [
	"/etc/ssl/certs/ca-certificates.crt",
	"/etc/pki/tls/certs/ca-bundle.crt",
	"/etc/ssl/ca-bundle.pem",
	"/etc/pki/tls/cacert.pem",
	"/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
	"/etc/ssl/cert.pem",
];

/** Where programs expect the loader of the C library that they are linked against: any one of these paths. */
export interface Loaders {
	readonly glibc: readonly string[];
	readonly musl: readonly string[];
}

/**
 * By the architecture of the platform, as BuildKit names it. Sources: glibc (sysdeps: shlib-versions, ldconfig.h) and
 * musl (configure).
 */
export const LOADERS: Readonly<Record<string, Loaders | undefined>> = {
	amd64: { glibc: ["/lib64/ld-linux-x86-64.so.2"], musl: ["/lib/ld-musl-x86_64.so.1"] },
	"386": { glibc: ["/lib/ld-linux.so.2"], musl: ["/lib/ld-musl-i386.so.1"] },
	arm64: { glibc: ["/lib/ld-linux-aarch64.so.1"], musl: ["/lib/ld-musl-aarch64.so.1"] },
	arm: {
		glibc: ["/lib/ld-linux-armhf.so.3", "/lib/ld-linux.so.3"],
		musl: ["/lib/ld-musl-armhf.so.1", "/lib/ld-musl-arm.so.1"],
	},
	ppc64le: { glibc: ["/lib64/ld64.so.2"], musl: ["/lib/ld-musl-powerpc64le.so.1"] },
	s390x: { glibc: ["/lib/ld64.so.1"], musl: ["/lib/ld-musl-s390x.so.1"] },
	riscv64: { glibc: ["/lib/ld-linux-riscv64-lp64d.so.1"], musl: ["/lib/ld-musl-riscv64.so.1"] },
	loong64: { glibc: ["/lib64/ld-linux-loongarch-lp64d.so.1"], musl: ["/lib/ld-musl-loongarch64.so.1"] },
	mips64le: { glibc: ["/lib64/ld.so.1"], musl: ["/lib/ld-musl-mips64el.so.1"] },
};
