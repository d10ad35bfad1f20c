/**
 * Jupyter's docker-stacks and conda.
 *
 * Peculiar: on Docker Hub the stacks are frozen at 20 October 2023, when the ENTRYPOINT was tini alone, three days
 * after start-notebook.py replaced start-notebook.sh; on quay.io start.sh is part of the ENTRYPOINT since January 2024.
 * Both have a SHELL of their own.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { cuda } from "./distro-by-tag.ts";

const notebooks = [
	"base-notebook",
	"minimal-notebook",
	"scipy-notebook",
	"r-notebook",
	"julia-notebook",
	"tensorflow-notebook",
	"pytorch-notebook",
	"datascience-notebook",
	"pyspark-notebook",
	"all-spark-notebook",
];
const shell = ["/bin/bash", "-o", "pipefail", "-c"];
const source =
	"github.com/jupyter/docker-stacks: images/docker-stacks-foundation/Dockerfile, images/base-notebook/Dockerfile";
const micromambaSource = "github.com/mamba-org/micromamba-docker: Dockerfile (before 1.5)";
const quayTags = [
	"latest",
	"202[5-9]-*",
	"2024-0[2-9]-*",
	"2024-1*",
	"cuda1[23]-latest",
	"python-3.1[2-9]*",
	"python-3.11",
	"python-3.11.[89]",
	"cuda1[23]-python-3.1[2-9]*",
	"cuda1[23]-python-3.11.[89]",
	"notebook-7.[1-9]*",
	"lab-4.[1-9]*",
	"hub-4.1*",
	"hub-5*",
	"ubuntu-24.04",
];
const hubTags = ["202[123]-*", "python-3.*", "lab-3*", "lab-4*", "hub-*", "notebook-6*", "ubuntu-2*", "spark-3*"];

export const jupyterImages: readonly CatalogueEntry[] = [
	{
		images: ["quay.io/jupyter/docker-stacks-foundation"],
		tags: quayTags,
		entrypoint: ["tini", "-g", "--", "start.sh"],
		user: "1000",
		shell,
		distro: "ubuntu",
		source,
	},
	{
		images: notebooks.map((name) => `quay.io/jupyter/${name}`),
		tags: quayTags,
		entrypoint: ["tini", "-g", "--", "start.sh"],
		cmd: ["start-notebook.py"],
		user: "1000",
		shell,
		distro: "ubuntu",
		source,
	},
	{
		images: notebooks.map((name) => `quay.io/jupyter/${name}`),
		tags: ["2023-1[0-2]-*"],
		entrypoint: ["tini", "-g", "--"],
		cmd: ["start-notebook.py"],
		user: "1000",
		shell,
		distro: "ubuntu",
		source,
	},
	{
		images: notebooks.map((name) => `jupyter/${name}`),
		tags: ["latest", "2023-10-18", "2023-10-19", "2023-10-20"],
		entrypoint: ["tini", "-g", "--"],
		cmd: ["start-notebook.py"],
		user: "1000",
		shell,
		distro: "ubuntu",
		source,
	},
	// Tags of what was current in October 2023.
	{
		images: notebooks.map((name) => `jupyter/${name}`),
		tags: [
			...["2023-10-17", "python-3.11.6", "lab-4.0.7", "hub-4.0.2", "notebook-7.0.6", "ubuntu-22.04"],
			...["spark-3.5.0", "r-4.3.1", "julia-1.9.3"],
		],
		entrypoint: ["tini", "-g", "--"],
		cmd: "varies",
		user: "1000",
		shell,
		distro: "ubuntu",
		source,
	},
	{
		images: notebooks.map((name) => `jupyter/${name}`),
		tags: hubTags,
		entrypoint: ["tini", "-g", "--"],
		cmd: ["start-notebook.sh"],
		user: "1000",
		shell,
		distro: "ubuntu",
		source,
	},
	{
		images: ["condaforge/miniforge3", "condaforge/mambaforge", "quay.io/condaforge/miniforge3"],
		tags: ["latest", "2[2-9]*", "4.1[0-4]*"],
		entrypoint: ["tini", "--"],
		cmd: ["/bin/bash"],
		distro: "ubuntu",
		source: "github.com/conda-forge/miniforge-images: ubuntu/Dockerfile",
	},
	{
		images: ["mambaorg/micromamba"],
		tags: ["0.7.1[2-9]", "0.[89].*", "0.1[0-4].*"],
		cmd: ["/bin/bash"],
		shell: ["/bin/bash", "-c"],
		distro: "debian",
		source: micromambaSource,
	},
	{
		images: ["mambaorg/micromamba"],
		tags: ["0.15.[23]", "0.17.0"],
		entrypoint: ["/bin/entrypoint.sh"],
		cmd: ["/bin/bash"],
		user: "micromamba",
		shell: ["/bin/bash", "-c"],
		distro: "debian",
		source: micromambaSource,
	},
	{
		images: ["mambaorg/micromamba"],
		tags: ["0.2[1-7].*"],
		entrypoint: ["/usr/local/bin/_entrypoint.sh"],
		cmd: ["/bin/bash"],
		user: "mambauser",
		shell: ["/usr/local/bin/_dockerfile_shell.sh"],
		distro: { "0.2[1-7].[0-9]": "debian" },
		source: micromambaSource,
	},
	{
		images: ["mambaorg/micromamba", "ghcr.io/mamba-org/micromamba"],
		tags: [
			"latest",
			"1.[0-9]*",
			"2*",
			"debian*",
			"ubuntu*",
			"alpine*",
			"bookworm*",
			"bullseye*",
			"jammy*",
			"noble*",
			"focal*",
		],
		entrypoint: ["/usr/local/bin/_entrypoint.sh"],
		cmd: ["/bin/bash"],
		user: "mambauser",
		shell: ["/usr/local/bin/_dockerfile_shell.sh"],
		distro: {
			"*alpine*": "alpine",
			"*jammy*": "ubuntu",
			"*noble*": "ubuntu",
			"*focal*": "ubuntu",
			"*debian*": "debian",
			"*bookworm*": "debian",
			"*bullseye*": "debian",
			...cuda,
			latest: "debian",
		},
		source: "github.com/mamba-org/micromamba-docker: debian.Dockerfile, alpine.Dockerfile",
	},
];
