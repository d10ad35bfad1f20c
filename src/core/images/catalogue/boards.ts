/**
 * balena's images for single-board computers, by device or architecture, distribution and language:
 * `balenalib/raspberrypi3-debian-node`. All have one ENTRYPOINT, which starts udev where it is wanted.
 *
 * Peculiar: in their predecessors, resin's, it also starts systemd or OpenRC where INITSYSTEM is on.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";

const source = "github.com/balena-io-library/base-images: balena-base-images/*/*/*/run/Dockerfile";

const resinSource = "github.com/balena-io-library/base-images: resin-base-images";
const resin = {
	entrypoint: ["/usr/bin/entry.sh"],
	cmd: "varies",
	mustBePid1: "resin's entry.sh starts an init if INITSYSTEM is on, which must be PID 1",
} as const;

export const boardImages: readonly CatalogueEntry[] = [
	{
		images: ["resin/*-alpine", "resin/*-alpine-*"],
		...resin,
		distro: "alpine",
		source: `${resinSource}/alpine/*/*/Dockerfile`,
	},
	{
		images: ["resin/*-debian", "resin/*-debian-*", "resin/rpi-raspbian"],
		...resin,
		stopSignal: "SIGRTMIN+3",
		distro: "debian",
		source: `${resinSource}/debian/*/*/Dockerfile`,
	},
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
