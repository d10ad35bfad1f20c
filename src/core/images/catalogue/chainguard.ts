/**
 * Chainguard's images: Wolfi without a package manager or shell, which the `-dev` tags add. They run as uid 65532
 * unless they are made for building.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";

/** Names of an image on Chainguard's registry, where every organization has it, and on Docker Hub. */
const names = (name: string): readonly string[] => [`cgr.dev/*/${name}`, `chainguard/${name}`];
const distro = { "*-dev": "wolfi", "*": "distroless" } as const;
const source = "github.com/chainguard-images/images: images";

export const chainguardImages: readonly CatalogueEntry[] = [
	{
		images: names("wolfi-base"),
		cmd: ["/bin/sh", "-l"],
		distro: "wolfi",
		source: `${source}/wolfi-base/config/main.tf`,
	},
	{
		images: [...names("static"), ...names("glibc-dynamic")],
		tags: ["latest", "latest-glibc"],
		user: "65532",
		distro: "distroless",
		source: `${source}/static`,
	},
	{
		images: names("node"),
		entrypoint: ["/usr/bin/node"],
		cmd: ["--help"],
		user: "65532",
		distro,
		source: `${source}/node/config/template.apko.yaml`,
	},
	{
		images: names("python"),
		entrypoint: ["/usr/bin/python"],
		user: "65532",
		distro,
		source: `${source}/python/config/main.tf`,
	},
	{
		images: names("go"),
		entrypoint: ["/usr/bin/go"],
		cmd: ["help"],
		distro: { "*-dev": "wolfi" },
		source: `${source}/go/config/main.tf`,
	},
	{
		images: names("jre"),
		entrypoint: ["/usr/bin/java"],
		user: "65532",
		distro,
		source: `${source}/jre/config/main.tf`,
	},
	{
		images: names("nginx"),
		entrypoint: ["/usr/sbin/nginx"],
		cmd: ["-c", "/etc/nginx/nginx.conf", "-e", "/dev/stderr", "-g", "daemon off;"],
		user: "65532",
		stopSignal: "SIGQUIT",
		distro,
		source: `${source}/nginx/config/main.tf`,
	},
	{
		images: names("jdk"),
		user: "65532",
		distro: { "*-dev": "wolfi" },
		source: `${source}/jdk/locked_config.json`,
	},
	{
		images: names("busybox"),
		user: "65532",
		source: `${source}/busybox/locked_config.json`,
	},
	{
		images: names("bash"),
		entrypoint: ["/bin/bash", "-c"],
		distro: { "*-dev": "wolfi" },
		source: `${source}/bash/locked_config.json`,
	},
	{
		images: names("ruby"),
		entrypoint: ["/usr/bin/ruby"],
		cmd: ["--version"],
		user: "65532",
		distro,
		source: `${source}/ruby/locked_config.json`,
	},
	{
		images: names("rust"),
		entrypoint: ["/usr/bin/rustc"],
		cmd: ["--help"],
		user: "65532",
		distro: { "*-dev": "wolfi" },
		source: `${source}/rust/locked_config.json`,
	},
	...["maven", "gradle"].map(
		(name): CatalogueEntry => ({
			images: names(name),
			entrypoint: [name === "maven" ? "/usr/bin/mvn" : "/usr/bin/gradle"],
			user: "65532",
			distro: { "*-dev": "wolfi" },
			source: `${source}/${name}/locked_config.json`,
		}),
	),
	{
		images: names("aspnet-runtime"),
		entrypoint: ["/usr/bin/dotnet"],
		cmd: ["--help"],
		user: "65532",
		distro,
		source: `${source}/aspnet-runtime/locked_config.json`,
	},
	{
		images: names("kubectl"),
		entrypoint: ["/usr/bin/kubectl"],
		cmd: ["--help"],
		user: "65532",
		distro,
		source: `${source}/kubectl/locked_config.json`,
	},
	{
		images: names("curl"),
		entrypoint: ["/usr/bin/curl"],
		user: "65532",
		distro,
		source: `${source}/curl/locked_config.json`,
	},
	{
		images: names("git"),
		tags: ["latest", "latest-dev"],
		entrypoint: ["/usr/bin/git"],
		user: "65532",
		distro,
		source: `${source}/git/locked_config.json`,
	},
];
