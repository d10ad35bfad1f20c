/**
 * Node.js, Bun and Deno.
 *
 * Peculiar: node has an ENTRYPOINT since 8.16, 10.16 and 12.4; deno brings tini.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine } from "./distro-by-tag.ts";

const nodeSource = "github.com/nodejs/docker-node: Dockerfile-debian.template, Dockerfile-alpine.template";
const bunSource = "github.com/oven-sh/bun: dockerhub/*/Dockerfile";
const denoSource = "github.com/denoland/deno_docker: *.dockerfile";

const denoWelcome = ["eval", "console.log('Welcome to Deno!')"];
const denoExample = ["run", "https://deno.land/std/examples/welcome.ts"];
/** Tags of releases of Deno, for each distribution. */
const denoTags = (...releases: readonly string[]): readonly string[] =>
	["", "alpine-", "debian-", "ubuntu-"].flatMap((distro) => releases.map((release) => `${distro}${release}`));
const denoRow = (entrypoint: readonly string[], cmd: readonly string[], tags: readonly string[]): CatalogueEntry => ({
	images: ["denoland/deno"],
	tags,
	entrypoint,
	cmd,
	distro: { "*alpine*": "alpine", "*ubuntu*": "ubuntu", "*": "debian" },
	source: denoSource,
});

export const javascriptImages: readonly CatalogueEntry[] = [
	{
		images: ["node"],
		tags: [
			"0",
			"0.*",
			"[45679]",
			"[45679]-*",
			"[45679].*",
			"argon*",
			"boron*",
			"8.[0-9]",
			"8.[0-9]-*",
			"8.[0-9].*",
			"8.1[0-4]*",
			"10.[0-9]",
			"10.[0-9]-*",
			"10.[0-9].*",
			"10.1[0-4]*",
			"11.[0-9].*",
			"11.1[0-4]*",
		],
		cmd: ["node"],
		distro: debianOrAlpine,
		source: nodeSource,
	},
	{
		images: ["node"],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["node"],
		distro: debianOrAlpine,
		source: nodeSource,
		tags: [
			"latest",
			"current*",
			"lts*",
			"slim",
			"alpine*",
			"trixie*",
			"bookworm*",
			"bullseye*",
			"buster*",
			"stretch*",
			"jod*",
			"iron*",
			"hydrogen*",
			"gallium*",
			"fermium*",
			"erbium*",
			"dubnium*",
			"carbon*",
			"krypton*",
			"8",
			"8-*",
			"8.1[67]*",
			"10",
			"10-*",
			"10.1[6-9]*",
			"10.2*",
			"12",
			"12-*",
			"12.[4-9]*",
			"12.1[0-9]*",
			"12.2[0-9]*",
			"1[3-9]",
			"1[3-9]-*",
			"1[3-9].*",
			"2[0-9]",
			"2[0-9]-*",
			"2[0-9].*",
		],
	},
	{
		images: ["oven/bun"],
		tags: ["*distroless*"],
		entrypoint: ["/usr/local/bin/bun"],
		distro: "distroless",
		source: bunSource,
	},
	{
		images: ["oven/bun"],
		tags: ["latest", "alpine", "debian", "slim", "canary*", "1", "1-*", "1.*"],
		entrypoint: ["/usr/local/bin/docker-entrypoint.sh"],
		cmd: ["/usr/local/bin/bun"],
		distro: debianOrAlpine,
		source: bunSource,
	},
	{ images: ["denoland/deno"], tags: ["bin", "bin-*"], distro: "scratch", source: denoSource },
	{
		images: ["denoland/deno"],
		tags: ["distroless", "distroless-1.1[4-9].*", "distroless-1.[2-4][0-9].*", "distroless-2.*"],
		entrypoint: ["/tini", "--", "/bin/deno"],
		cmd: "varies",
		distro: "distroless",
		source: denoSource,
	},
	denoRow(["/tini", "--", "docker-entrypoint.sh"], denoWelcome, [
		...["latest", "alpine", "debian", "ubuntu"],
		...denoTags("1.36.[2-9]", "1.3[7-9]*", "1.4[0-9]*", "2.*"),
	]),
	denoRow(
		["/tini", "--", "docker-entrypoint.sh"],
		denoExample,
		denoTags("1.1[4-9].*", "1.2[0-9].*", "1.3[0-5].*", "1.36.[01]"),
	),
	denoRow(["docker-entrypoint.sh"], denoExample, denoTags("1.[4-9].*", "1.1[0-2].*", "1.13.[01]")),
];
