import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeFolders } from "../../helpers/copies.ts";
import { buildImage, removeImages } from "../../helpers/images.ts";
import { needImage } from "../../helpers/need-image.ts";

const images = join(import.meta.dirname, "../../images");

/** Debian's tini and dumb-init binaries, in the forms in which inits are distributed. */
export interface DebianInits {
	/** An image that contains them in /sbin. */
	readonly image: string;
	readonly tini: Uint8Array;
	readonly dumbInit: Uint8Array;
	/** A package for pip that contains dumb-init. */
	readonly wheel: Uint8Array;
	/** Packages for dpkg and rpm, by file name: tini.deb, tini.rpm and dumb-init.deb. */
	readonly packages: ReadonlyMap<string, Uint8Array>;
	readonly remove: () => Promise<void>;
}

/** Builds the image, and returns its files. */
export async function makeDebianInits(): Promise<DebianInits> {
	const image = "pidone-e2e-install-inits";
	const folder = mkdtempSync(join(tmpdir(), "pidone-e2e-"));
	await needImage("debian:bookworm-slim", "python:3.12-slim");
	await buildImage(join(images, "inits"), image);
	await buildImage(join(images, "inits"), image, "--output", `type=local,dest=${folder}`);
	await buildImage(
		join(images, "dumb-init-wheel"),
		`${image}-wheel`,
		"--build-context",
		`inits=${folder}`,
		"--output",
		`type=local,dest=${folder}`,
	);
	await buildImage(
		join(images, "init-packages"),
		`${image}-packages`,
		"--build-context",
		`fedora=${join(images, "fedora")}`,
		"--output",
		`type=local,dest=${folder}`,
	);
	const read = (name: string) => readFileSync(join(folder, name));
	return {
		image,
		tini: read("sbin/tini"),
		dumbInit: read("sbin/dumb-init"),
		wheel: read("dumb_init-1.2.5-py3-none-any.whl"),
		packages: new Map(["tini.deb", "tini.rpm", "dumb-init.deb"].map((name) => [name, read(`packages/${name}`)])),
		remove: async () => {
			removeFolders(folder);
			await removeImages(image);
		},
	};
}
