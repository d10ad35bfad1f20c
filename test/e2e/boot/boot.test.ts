// Runs the init as process 1 on Debian's kernels for other CPUs, in a virtual machine. There is no emulator between the
// init and the kernel.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, expect, it } from "vitest";
import { unpackKernel, unpackProgram } from "./debian.ts";
import { GUEST } from "./guest.ts";
import { makeInitramfs } from "./initramfs.ts";

interface VirtualMachine {
	/** The name that Debian and pidone use. */
	readonly architecture: string;
	readonly options: readonly string[];
	readonly console: string;
}

const MACHINES: readonly VirtualMachine[] = [
	{ architecture: "riscv64", options: ["-M", "virt"], console: "console=ttyS0" },
	{ architecture: "s390x", options: ["-M", "s390-ccw-virtio"], console: "" },
];

const root = join(import.meta.dirname, "../../..");
const scratch = mkdtempSync(join(tmpdir(), "pidone-boot-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it.for(MACHINES)("boots on $architecture, forwards, reaps and exits", async (machine, context) => {
	const { architecture } = machine;
	const parts = await Promise.all([unpackProgram("qemu-system-misc"), unpackKernel(architecture)]).catch(
		(error: unknown) => (error instanceof Error ? error.message : String(error)),
	);
	if (typeof parts === "string") return context.skip(`no virtual machine for ${architecture}: ${parts}`);
	const [qemu, kernel] = parts;
	const initramfs = join(scratch, `${architecture}.cpio`);
	writeFileSync(initramfs, await makeInitramfsFor(architecture));
	const lines = await boot(machine, qemu, kernel, initramfs);
	process.stderr.write(`${lines.join("\n")}\n`);
	// Two processes write. The order of the lines is fixed only within each process.
	expect(lines.filter((line) => line.startsWith("guest: "))).toEqual([
		"guest: runs",
		"guest: signal 10",
		"guest: signal 40",
		"guest: with 42",
		"guest: signal 12",
		expect.stringMatching(/^guest: with \d+$/),
	]);
	const own = lines.filter((line) => !line.startsWith("guest: "));
	// The init can reap an orphan before it forwards the signal that the orphan sent.
	expect(own.filter((line) => line.startsWith("pidone: forwarding "))).toEqual([
		"pidone: forwarding signal 10",
		"pidone: forwarding signal 40",
		"pidone: forwarding signal 12",
	]);
	const others = own.filter((line) => !line.startsWith("pidone: forwarding "));
	expect(others.slice(0, 3)).toEqual([
		expect.stringMatching(/^pidone: started '\/guest' as process \d+$/),
		expect.stringMatching(/^pidone: process \d+ exited with status 0$/),
		expect.stringMatching(/^pidone: reaped orphan \d+$/),
	]);
	// Linux panics as soon as process 1 exits. Its message contains the exit status, and interrupts the init's last line
	// if a slow console has not printed that line yet.
	expect(others.at(-1)).toMatch(/Attempted to kill init! exitcode=0x00000600$/);
});

async function makeInitramfsFor(architecture: string): Promise<Buffer> {
	const [source, guest] = [join(scratch, "guest.ts"), join(scratch, `guest-${architecture}`)];
	writeFileSync(source, GUEST);
	const cli = join(root, "dist/cli.js");
	await execa(process.execPath, [cli, "compile", source, "-o", guest, "--platform", `linux/${architecture}`]);
	return makeInitramfs([
		{ name: "init", bytes: readFileSync(join(root, `dist/init/pidone-linux-${architecture}`)) },
		{ name: "guest", bytes: readFileSync(guest) },
	]);
}

/** Resolves to the lines of the init and its child, and the line that the kernel prints after the init exits. */
async function boot(machine: VirtualMachine, qemu: string, kernel: string, initramfs: string): Promise<string[]> {
	const libraries = ["usr/lib", "lib"].map((path) => join(qemu, path, "x86_64-linux-gnu")).join(":");
	const firmware = join(qemu, "usr/share/qemu/opensbi-riscv64-generic-fw_dynamic.bin");
	const { stdout } = await execa(
		join(qemu, `usr/bin/qemu-system-${machine.architecture}`),
		[
			...["-L", join(qemu, "usr/share/qemu"), ...machine.options, "-m", "512", "-nographic", "-no-reboot"],
			// The guest's clock counts instructions, so that a busy host does not change the order of events.
			...["-icount", "shift=0,sleep=off"],
			...(machine.architecture === "riscv64" ? ["-bios", firmware] : []),
			...["-kernel", kernel, "-initrd", initramfs],
			...["-append", `${machine.console} quiet loglevel=4 panic=-1 rdinit=/init -- -v -w /guest`],
		],
		{ env: { LD_LIBRARY_PATH: libraries }, stdin: "ignore", timeout: 240_000 },
	);
	return stdout
		.split("\n")
		.map((line) => line.trimEnd())
		.filter((line) => /^(pidone|guest): |Attempted to kill init/.test(line));
}
