/**
 * Conda and Anaconda.
 *
 * Peculiar: until 2018 their ENTRYPOINT was tini, and for some years Alpine variants had a USER or a SHELL of their
 * own.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";

const condaSource = "github.com/ContinuumIO/docker-images: */debian/Dockerfile";
const alpineSource = "github.com/ContinuumIO/docker-images: miniconda3/alpine/Dockerfile";
const all = ["miniconda3", "anaconda3", "miniconda", "anaconda"].map((name) => `continuumio/${name}`);

export const condaImages: readonly CatalogueEntry[] = [
	{
		images: all,
		tags: ["4.[0-5].[0-9]*", "5.[0-3].*", "2018.12"],
		entrypoint: ["/usr/bin/tini", "--"],
		cmd: ["/bin/bash"],
		distro: "debian",
		source: condaSource,
	},
	{
		images: ["continuumio/miniconda3"],
		tags: ["4.1[0-2].[0-9]-alpine"],
		cmd: "varies",
		shell: ["/bin/ash", "-eo", "pipefail", "-c"],
		distro: "alpine",
		source: alpineSource,
	},
	{
		images: ["continuumio/miniconda3"],
		tags: ["23.[0-9].[0-9]-[0-9]-alpine", "23.1[0-9].[0-9]-[0-9]-alpine"],
		cmd: ["/bin/bash"],
		distro: "alpine",
		source: alpineSource,
	},
	{
		images: all,
		tags: [
			"latest",
			"2019.07",
			"2019.10",
			"202[0-9].[0-9][0-9]",
			"202[0-9].[0-9][0-9]-[0-9]",
			"4.7.1[0-9]",
			"4.[89].[0-9]",
			"4.1[0-2].[0-9]",
			"4.1[0-2].[0-9]p[0-9]",
			"2[2-9].[0-9].[0-9]",
			"2[2-9].1[0-9].[0-9]",
			"2[2-9].[0-9].[0-9]-[0-9]",
			"2[2-9].1[0-9].[0-9]-[0-9]",
		],
		cmd: ["/bin/bash"],
		distro: "debian",
		source: condaSource,
	},
];
