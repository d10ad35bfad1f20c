import * as os from "qjs:os";
import * as std from "qjs:std";

/**
 * The bytes of a file.
 * @throws {Error} if it cannot be read
 */
export function readBytes(path: string): Uint8Array {
	const file = std.open(path, "rb");
	if (file === null) throw new Error(`${path} cannot be opened`);
	file.seek(0, std.SEEK_END);
	const bytes = new Uint8Array(file.tell());
	file.seek(0, std.SEEK_SET);
	const length = file.read(bytes.buffer, 0, bytes.length);
	file.close();
	if (length !== bytes.length) throw new Error(`${path} cannot be read`);
	return bytes;
}

/** Writes bytes to a file that may accept only a part at a time. Returns false if it accepts no more. */
export function writeAll(fd: number, { buffer, byteOffset, length }: Uint8Array): boolean {
	for (let written = 0; written < length; ) {
		const count = os.write(fd, buffer, byteOffset + written, length - written);
		if (count < 0) return false;
		written += count;
	}
	return true;
}
