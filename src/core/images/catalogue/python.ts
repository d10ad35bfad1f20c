/**
 * Python, PyPy, Hy and uv.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine } from "./distro-by-tag.ts";

const uvSource = "github.com/astral-sh/uv: Dockerfile; .github/workflows/build-docker.yml";

export const pythonImages: readonly CatalogueEntry[] = [
	{
		images: ["python"],
		tags: ["2", "2.*", "2-*"],
		cmd: ["python2"],
		distro: debianOrAlpine,
		source: "github.com/docker-library/python: 2.7/*/Dockerfile",
	},
	{
		images: ["python"],
		cmd: ["python3"],
		distro: debianOrAlpine,
		source: "github.com/docker-library/python: Dockerfile-linux.template",
	},
	{
		images: ["pypy"],
		tags: ["2", "2.*", "2-*"],
		cmd: ["pypy"],
		distro: "debian",
		source: "github.com/docker-library/pypy: Dockerfile-linux.template",
	},
	{
		images: ["pypy"],
		tags: ["latest", "3*", "slim*", "trixie", "bookworm", "bullseye", "buster"],
		cmd: ["pypy3"],
		distro: "debian",
		source: "github.com/docker-library/pypy: Dockerfile-linux.template",
	},
	{
		images: ["hylang"],
		cmd: ["hy"],
		distro: debianOrAlpine,
		source: "github.com/hylang/docker-hylang: Dockerfile-linux.template",
	},
	{
		images: ["ghcr.io/astral-sh/uv"],
		tags: ["python*", "alpine*", "debian*", "bookworm*", "trixie*", "0.[4-9]*-*", "0.1[0-9]*-*"],
		cmd: ["/usr/local/bin/uv"],
		distro: { "*alpine*": "alpine", "*": "debian" },
		source: uvSource,
	},
	{
		images: ["ghcr.io/astral-sh/uv"],
		tags: [
			"latest",
			"0.[0-9]",
			"0.[0-9].[0-9]",
			"0.[0-9].[0-9][0-9]",
			"0.1[0-9]",
			"0.1[0-9].[0-9]",
			"0.1[0-9].[0-9][0-9]",
		],
		entrypoint: ["/uv"],
		distro: "scratch",
		source: uvSource,
	},
];
