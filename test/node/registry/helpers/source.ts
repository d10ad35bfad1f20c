import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { makeRegistrySource, type RegistryOptions } from "../../../../src/node/registry/registry-source.ts";

/** Waiting times that no test notices. */
export const QUICK = { connect: 2000, silence: 2000, request: 4000, stream: 4000, retry: 2, helper: 2000 };

/** A home directory with files, which exists until the test ends. Files that begin with #! are executable. */
export function makeHome(files: Readonly<Record<string, string>> = {}): string {
	const home = mkdtempSync(join(tmpdir(), "pidone-registry-"));
	onTestFinished(() => rmSync(home, { recursive: true, force: true }));
	for (const [name, text] of Object.entries(files)) {
		const path = join(home, name);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
		if (text.startsWith("#!")) chmodSync(path, 0o755);
	}
	return home;
}

/**
 * A home directory with a cache, which exists until the test ends. Without a cache, no digest of a tag is requested.
 */
export function makeUsedHome(files: Readonly<Record<string, string>> = {}): string {
	return makeHome({ ".cache/pidone/images/sha256/0": "", ...files });
}

/** Nothing from this machine: no mirrors, no proxies, and a separate home directory. */
export function makeEnvironment(home: string, more: Readonly<Record<string, string>> = {}) {
	return {
		HOME: home,
		PATH: `${join(home, "bin")}:${process.env.PATH}`,
		CONTAINERS_REGISTRIES_CONF: "/dev/null",
		...more,
	};
}

/** A registry source that knows nothing about this machine. */
export function makeSource(home: string = makeHome(), { environment, ...more }: RegistryOptions = {}) {
	return makeRegistrySource({
		environment: makeEnvironment(home, environment as Record<string, string>),
		patience: QUICK,
		...more,
	});
}

/** The contents of a Docker config file with a password. */
export function dockerConfig(server: string, credentials: string): string {
	return JSON.stringify({ auths: { [server]: { auth: Buffer.from(credentials).toString("base64") } } });
}
