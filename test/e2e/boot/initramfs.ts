export interface InitramfsFile {
	readonly name: string;
	readonly bytes: Uint8Array;
}

const DIRECTORY = 0o040755;
const PROGRAM = 0o100755;
const CHARACTER_DEVICE = 0o020600;

/** Creates the archive that Linux unpacks when it boots: cpio's "newc" (Linux, buffer-format.rst), with a console. */
export function makeInitramfs(programs: readonly InitramfsFile[]): Buffer {
	return Buffer.concat([
		makeEntry({ name: "dev", mode: DIRECTORY }),
		makeEntry({ name: "proc", mode: DIRECTORY }),
		makeEntry({ name: "dev/console", mode: CHARACTER_DEVICE, device: [5, 1] }),
		...programs.map(({ name, bytes }) => makeEntry({ name, mode: PROGRAM, bytes })),
		makeEntry({ name: "TRAILER!!!", mode: 0 }),
	]);
}

interface Entry {
	readonly name: string;
	readonly mode: number;
	readonly bytes?: Uint8Array;
	readonly device?: readonly [major: number, minor: number];
}

function makeEntry({ name, mode, bytes = new Uint8Array(), device = [0, 0] }: Entry): Buffer {
	// Inode, mode, owner, group, links, time, size, device that contains the file, device that the file represents, size
	// of the name, checksum.
	const fields = [0, mode, 0, 0, 1, 0, bytes.length, 0, 0, ...device, name.length + 1, 0];
	const header = fields.map((field) => field.toString(16).padStart(8, "0")).join("");
	return Buffer.concat([pad(Buffer.from(`070701${header}${name}\0`)), pad(bytes)]);
}

function pad(bytes: Uint8Array): Buffer {
	return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
}
