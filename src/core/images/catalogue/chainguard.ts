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
];
