import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";

const KEYS = "/usr/share/keyrings/debian-archive-keyring.gpg";
/** The suite whose kernels are booted. In this suite, riscv64 is a release architecture. */
const SUITE = "trixie";

/** This folder is kept between runs, like the files that the engine is made from. */
const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "pidone/boot");

/**
 * Unpacks a package from this machine's Debian into a folder outside the system, with all dependencies that this
 * machine lacks. Resolves to that folder.
 * @throws {Error} if apt cannot download it
 */
export const unpackProgram = (name: string): Promise<string> =>
	unpack(name, async (archives) => {
		const private_ = [`Dir::Cache::archives=${archives}`, "Debug::NoLocking=1", "APT::Sandbox::User=root"];
		const options = private_.flatMap((setting) => ["-o", setting]);
		await execa("apt-get", [...options, "-qq", "-y", "--no-install-recommends", "--download-only", "install", name]);
	});

/** Unpacks the newest Debian kernel for an architecture that the mirror has. Resolves to the kernel's path. */
export async function unpackKernel(architecture: string): Promise<string> {
	const boot = join(
		await unpack(`linux-${architecture}`, (archives) => downloadKernel(architecture, archives)),
		"boot",
	);
	const kernel = readdirSync(boot).find((name) => name.startsWith("vmlinu"));
	if (kernel === undefined) throw new Error(`Debian's kernel for ${architecture} has no vmlinux`);
	return join(boot, kernel);
}

/** Unpacks into a temporary folder next to the final one, and renames it when it is complete. */
async function unpack(name: string, download: (archives: string) => Promise<void>): Promise<string> {
	const prefix = join(folder, name);
	if (existsSync(prefix)) return prefix;
	const [making, archives] = [`${prefix}.${process.pid}`, `${prefix}.${process.pid}.archives`];
	try {
		mkdirSync(join(archives, "partial"), { recursive: true });
		await download(archives);
		mkdirSync(making);
		for (const archive of readdirSync(archives).filter((file) => file.endsWith(".deb")))
			await execa("dpkg-deb", ["-x", join(archives, archive), making]);
		renameSync(making, prefix);
	} finally {
		for (const path of [making, archives]) rmSync(path, { recursive: true, force: true });
	}
	return prefix;
}

/** A mirror can lag behind its own package list. In that case, it still has the kernel before the newest one. */
async function downloadKernel(architecture: string, archives: string): Promise<void> {
	const options = await configureApt(architecture, archives);
	await execa("apt-get", [...options, "-qq", "update"]);
	const { stdout } = await execa("apt-cache", [...options, "--names-only", "search", "^linux-image-[0-9]"]);
	const names = stdout
		.split("\n")
		.map((line) => line.split(" ")[0] ?? "")
		.filter((name) => !/-(dbg|64k|rt|cloud)/.test(name));
	let failure: unknown = new Error(`Debian ${SUITE} has no kernel for ${architecture}`);
	for (const name of names.sort().reverse()) {
		try {
			await execa("apt-get", [...options, "-qq", "download", `${name}:${architecture}`], { cwd: archives });
			return;
		} catch (error) {
			failure = error;
		}
	}
	throw failure;
}

/** The mirror from which this machine gets Debian. */
async function findMirror(): Promise<string> {
	const { stdout } = await execa("apt-get", ["indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"]);
	const mirror = stdout.split("\n").find((uri) => /\/debian\/?$/.test(uri));
	if (mirror === undefined) throw new Error("apt is configured with no mirror of Debian");
	return mirror;
}

/** The apt options that ignore the machine's configuration. */
async function configureApt(architecture: string, archives: string): Promise<string[]> {
	const apt = join(archives, "apt");
	mkdirSync(join(apt, "lists/partial"), { recursive: true });
	writeFileSync(join(apt, "status"), "");
	const source = `Types: deb\nURIs: ${await findMirror()}\nSuites: ${SUITE}\nComponents: main\nArchitectures: ${architecture}\nSigned-By: ${KEYS}\n`;
	writeFileSync(join(apt, "kernel.sources"), source);
	const settings = [
		"Dir::Etc::SourceList=/dev/null",
		`Dir::Etc::SourceParts=${apt}`,
		`Dir::State::Lists=${join(apt, "lists")}`,
		`Dir::State::status=${join(apt, "status")}`,
		`Dir::Cache=${join(apt, "cache")}`,
		"Acquire::Languages=none",
		"Acquire::Check-Valid-Until=false",
		"APT::Sandbox::User=root",
		`APT::Architectures::=${architecture}`,
	];
	return settings.flatMap((setting) => ["-o", setting]);
}
