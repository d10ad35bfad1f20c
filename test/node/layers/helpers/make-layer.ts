import { createHash } from "node:crypto";
import { packTar, type TarHeader } from "modern-tar";

/** Entries by name. A text is a file, which is executable if it begins with #!, and the others say what they are. */
export type LayerFiles = Readonly<Record<string, string | Partial<TarHeader>>>;

/** A link to a path. */
export function link(linkname: string): Partial<TarHeader> {
	return { type: "symlink", linkname };
}

/** Packs a layer. */
export async function makeLayer(files: LayerFiles): Promise<Uint8Array> {
	return packTar(
		Object.entries(files).map(([name, file]) => {
			const text = typeof file === "string" ? file : "";
			const mode = text.startsWith("#!") ? 0o755 : 0o644;
			const type = name.endsWith("/") ? "directory" : "file";
			const header: TarHeader = { name, mode, type, mtime: new Date(0), size: Buffer.byteLength(text) };
			return typeof file === "string" ? { header, body: text } : { header: { ...header, ...file } };
		}),
	);
}

/** The digest of a layer. */
export function digestOf(bytes: Uint8Array): string {
	return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/** Bytes in chunks, as they arrive from elsewhere. */
export async function* inParts(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** The files of small images, as in the images of the distributions. */
export const DEBIAN: LayerFiles = {
	bin: link("usr/bin"),
	lib64: link("usr/lib64"),
	"etc/os-release": link("../usr/lib/os-release"),
	"usr/lib/os-release": 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nID=debian\n',
	"usr/bin/dash": "#!",
	"usr/bin/sh": link("dash"),
	"usr/bin/apt-get": "#!",
	"usr/lib64/ld-linux-x86-64.so.2": link("/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2"),
	"usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2": "#!",
};

export const ALPINE: LayerFiles = {
	"etc/os-release": "ID=alpine\nVERSION_ID=3.20.1\n",
	"bin/busybox": "#!",
	"bin/sh": link("/bin/busybox"),
	"sbin/apk": "#!",
	"usr/bin/wget": link("/bin/busybox"),
	"lib/ld-musl-x86_64.so.1": "#!",
	"etc/ssl/certs/ca-certificates.crt": "-----BEGIN",
	"etc/ssl/cert.pem": link("certs/ca-certificates.crt"),
};
