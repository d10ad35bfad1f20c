/**
 * balena's images for single-board computers, by device or architecture, distribution and language:
 * `balenalib/raspberrypi3-debian-node`. All have one ENTRYPOINT, which starts udev where it is wanted.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";

const source = "github.com/balena-io-library/base-images: balena-base-images/*/*/*/run/Dockerfile";

export const boardImages: readonly CatalogueEntry[] = [
	...(["alpine", "ubuntu", "fedora"] as const).map(
		(distro): CatalogueEntry => ({
			images: [`balenalib/*-${distro}`, `balenalib/*-${distro}-*`],
			entrypoint: ["/usr/bin/entry.sh"],
			cmd: "varies",
			distro,
			source,
		}),
	),
	{
		images: ["balenalib/*-debian", "balenalib/*-debian-*", "balenalib/*"],
		entrypoint: ["/usr/bin/entry.sh"],
		cmd: "varies",
		distro: "debian",
		source,
	},
];
