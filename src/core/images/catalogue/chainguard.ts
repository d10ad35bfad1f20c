/**
 * Chainguard's images: Wolfi without a package manager or shell, which the `-dev` tags add. They run as uid 65532
 * unless they are made for building.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";

/** Names of an image on Chainguard's registry, where every organization has it, and on Docker Hub. */
const names = (name: string): readonly string[] => [`cgr.dev/*/${name}`, `chainguard/${name}`];
const distro = { "*-dev": "wolfi", "*": "distroless" } as const;
/** What the source shows; other tags are of releases that it does not have any more. */
const tags = ["latest", "latest-dev"];
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
		images: names("glibc-dynamic"),
		tags: ["latest-dev"],
		user: "65532",
		distro: "wolfi",
		source: `${source}/glibc-dynamic/locked_config.json`,
	},
	{
		images: names("node"),
		entrypoint: ["/usr/bin/node"],
		cmd: ["--help"],
		user: "65532",
		distro: { "*-dev": "wolfi" },
		source: `${source}/node/locked_config.json`,
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
		tags: ["latest", "latest-dev", "latest-glibc", "latest-glibc-dev"],
		entrypoint: ["/usr/bin/git"],
		user: "65532",
		distro,
		source: `${source}/git/locked_config.json`,
	},
	{
		images: names("git"),
		tags: ["latest-root", "latest-root-dev", "latest-glibc-root", "latest-glibc-root-dev"],
		entrypoint: ["/usr/bin/git"],
		distro,
		source: `${source}/git/locked_config.json`,
	},
	...[
		{ images: names("dotnet-runtime"), entrypoint: ["/usr/bin/dotnet"], cmd: ["--help"], user: "65532" },
		{ images: names("dotnet-sdk"), cmd: ["/bin/sh", "-l"], user: "65532" },
		{ images: names("gcc-glibc"), entrypoint: ["/usr/bin/gcc"], cmd: ["--help"] },
		{ images: names("postgres"), entrypoint: ["/usr/bin/docker-entrypoint.sh", "postgres"] },
		{ images: names("redis"), entrypoint: ["/usr/bin/redis-server"], user: "redis" },
		{ images: names("valkey"), entrypoint: ["/usr/bin/valkey-server"], user: "65532" },
		{ images: names("mariadb"), entrypoint: ["/usr/local/bin/docker-entrypoint.sh", "mariadbd"], user: "65532" },
		{ images: names("tomcat"), entrypoint: ["/usr/local/tomcat/bin/catalina.sh"], cmd: ["run"], user: "65532" },
	].map(
		(row): CatalogueEntry => ({
			...row,
			tags,
			distro: { "*-dev": "wolfi" },
			source: `${source}/*/locked_config.json`,
		}),
	),
	...[
		{ images: names("php"), entrypoint: ["/bin/php"] },
		{ images: names("helm"), entrypoint: ["/usr/bin/helm"], cmd: ["help"] },
		{ images: names("mongodb"), entrypoint: ["/usr/bin/mongod"] },
		{ images: names("crane"), entrypoint: ["/usr/bin/crane"] },
		{ images: names("hugo"), entrypoint: ["/usr/bin/hugo"] },
	].map((row): CatalogueEntry => ({ ...row, tags, user: "65532", distro, source: `${source}/*/locked_config.json` })),
];
