import { join } from "node:path";
import { execa } from "execa";

const script = join(import.meta.dirname, "../../../../scripts/engine/host-packages.js");

/** The part of the script that the tests need. */
interface HostPackages {
	readonly installHostPackages: (names: readonly string[]) => Promise<void>;
}

/** The Debian package of each program that the tests need. */
const PACKAGES: Readonly<Record<string, string>> = {
	"docker-registry": "docker-registry",
	htpasswd: "apache2-utils",
	openssl: "openssl",
	skopeo: "skopeo",
};

/** Installs missing programs from Debian. Throws if that fails. */
export async function providePrograms(): Promise<void> {
	const missing: string[] = [];
	for (const [program, name] of Object.entries(PACKAGES)) {
		const { exitCode } = await execa("which", [program], { reject: false });
		if (exitCode !== 0) missing.push(name);
	}
	const { installHostPackages }: HostPackages = await import(script);
	await installHostPackages(missing);
}
