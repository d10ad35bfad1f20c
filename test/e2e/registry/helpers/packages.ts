import { join } from "node:path";
import { execa } from "execa";

const script = join(import.meta.dirname, "../../../../scripts/engine/host-packages.js");

/** What of it the tests need. */
interface HostPackages {
	readonly installHostPackages: (names: readonly string[]) => Promise<void>;
}

/** Where each program that the tests need is from. */
const PACKAGES: Readonly<Record<string, string>> = {
	"docker-registry": "docker-registry",
	htpasswd: "apache2-utils",
	openssl: "openssl",
	skopeo: "skopeo",
};

/** Installs what is missing, from Debian. Throws when that cannot be done. */
export async function providePrograms(): Promise<void> {
	const missing: string[] = [];
	for (const [program, name] of Object.entries(PACKAGES)) {
		const { exitCode } = await execa("which", [program], { reject: false });
		if (exitCode !== 0) missing.push(name);
	}
	const { installHostPackages }: HostPackages = await import(script);
	await installHostPackages(missing);
}
