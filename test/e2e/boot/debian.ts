import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";

const KEYS = "/usr/share/keyrings/debian-archive-keyring.gpg";
/** The suite whose kernels are booted; its riscv64 is a release architecture. */
const SUITE = "trixie";

/** Kept between two runs, as what the engine is made of. */
const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "pidone/boot");

/**
 * Unpacks a package of this machine's Debian, with what it needs and this machine lacks, beside the system. Resolves to
 * where that is.
 * @throws {Error} if apt cannot get it
 */
export const unpackProgram = (name: string): Promise<string> =>
	unpack(name, async (archives) => {
		const private_ = [`Dir::Cache::archives=${archives}`, "Debug::NoLocking=1", "APT::Sandbox::User=root"];
		const options = private_.flatMap((setting) => ["-o", setting]);
		await execa("apt-get", [...options, "-qq", "-y", "--no-install-recommends", "--download-only", "install", name]);
	});

/** Unpacks Debian's newest kernel for an architecture that the mirror has. Resolves to the kernel's path. */
export async function unpackKernel(architecture: string): Promise<string> {
	const boot = join(
		await unpack(`linux-${architecture}`, (archives) => downloadKernel(architecture, archives)),
		"boot",
	);
	const kernel = readdirSync(boot).find((name) => name.startsWith("vmlinu"));
	if (kernel === undefined) throw new Error(`Debian's kernel for ${architecture} has no vmlinux`);
	return join(boot, kernel);
}

/** Everything is made beside, and renamed when it is whole. */
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

/** A mirror may lag behind its own list: then the kernel before the newest is there. */
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

/** Where this machine gets Debian from. */
async function findMirror(): Promise<string> {
	const { stdout } = await execa("apt-get", ["indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"]);
	const mirror = stdout.split("\n").find((uri) => /\/debian\/?$/.test(uri));
	if (mirror === undefined) throw new Error("apt is configured with no mirror of Debian");
	return mirror;
}

/** The options of apt that leave the machine's configuration out. */
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
