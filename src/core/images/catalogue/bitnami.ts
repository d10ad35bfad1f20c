/**
 * Bitnami: an entrypoint script and a run script per application, uid 1001. Languages have no entrypoint and run as
 * root.
 *
 * Images on Debian 12 have bash with errexit, nounset and pipefail as their SHELL, which is inherited. Images on Debian
 * 10 have none. On Debian 11 it differs from tag to tag, and what tags without a Debian are built on is not known: of
 * these, only the SHELL is not known.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";

const tags = ["latest", "*-debian-12*"];
const shell = ["/bin/bash", "-o", "errexit", "-o", "nounset", "-o", "pipefail", "-c"];
const source = "github.com/bitnami/containers: bitnami/*/*/debian-12/Dockerfile";

/** Names of an image, also of its archived copy and on Amazon's registry. */
const names = (name: string): readonly string[] =>
	["bitnami", "bitnamilegacy", "public.ecr.aws/bitnami"].map((owner) => `${owner}/${name}`);

/** Applications that follow the pattern to the letter. */
const applications = [
	"nginx",
	"postgresql",
	"redis",
	"kafka",
	"mongodb",
	"mysql",
	"mariadb",
	"rabbitmq",
	"etcd",
	"zookeeper",
	"apache",
	"tomcat",
	"memcached",
	"spark",
	"keycloak",
	"elasticsearch",
];

/** Series of which everything on Debian 10 has the entrypoint of today. */
const onDebian10: Readonly<Record<string, readonly string[]>> = {
	redis: ["6.[02]"],
	postgresql: ["13", "14"],
	mongodb: ["4.4", "5.0"],
	nginx: ["1.1[789]", "1.2[01]"],
	spark: ["3"],
};

/** Series that began on Debian 10 or later, and so have the entrypoint of today on each. */
const sinceDebian10: Readonly<Record<string, readonly string[]>> = {
	redis: ["6.[02]", "7.[024]", "8.[0-9]"],
	postgresql: ["1[3-8]"],
	mongodb: ["4.4", "[5-8].0"],
	nginx: ["1.19", "1.2[0-9]"],
	spark: ["3", "4"],
	kafka: ["3", "4"],
};

/** Series of languages, likewise. */
const languages: Readonly<Record<string, readonly string[]>> = {
	node: ["1[2-9]", "2[0-9]"],
	python: ["3.[89]", "3.1[0-9]"],
};

const anyTag = (series: readonly string[]): readonly string[] =>
	series.flatMap((each) => [each, `${each}-*`, `${each}.[0-9]*`]);

export const bitnamiImages: readonly CatalogueEntry[] = [
	...applications.map(
		(name): CatalogueEntry => ({
			images: names(name),
			tags,
			entrypoint: [`/opt/bitnami/scripts/${name}/entrypoint.sh`],
			cmd: [`/opt/bitnami/scripts/${name}/run.sh`],
			user: "1001",
			shell,
			distro: "debian",
			source,
		}),
	),
	{
		images: names("wordpress"),
		tags,
		entrypoint: ["/opt/bitnami/scripts/wordpress/entrypoint.sh"],
		cmd: ["/opt/bitnami/scripts/apache/run.sh"],
		user: "1001",
		shell,
		distro: "debian",
		source,
	},
	{
		images: names("laravel"),
		tags,
		entrypoint: ["/opt/bitnami/scripts/laravel/entrypoint.sh"],
		cmd: ["/opt/bitnami/scripts/laravel/run.sh"],
		shell,
		distro: "debian",
		source,
	},
	{
		images: names("kubectl"),
		tags,
		entrypoint: ["kubectl"],
		cmd: ["--help"],
		user: "1001",
		shell,
		distro: "debian",
		source,
	},
	{
		images: names("java"),
		tags,
		entrypoint: ["/opt/bitnami/scripts/java/entrypoint.sh"],
		cmd: ["bash"],
		shell,
		distro: "debian",
		source,
	},
	...Object.entries(onDebian10).map(
		([name, series]): CatalogueEntry => ({
			images: names(name),
			tags: series.flatMap((each) => [`${each}-debian-10`, `${each}.[0-9]*-debian-10*`]),
			entrypoint: [`/opt/bitnami/scripts/${name}/entrypoint.sh`],
			cmd: [`/opt/bitnami/scripts/${name}/run.sh`],
			user: "1001",
			distro: "debian",
			source: `github.com/bitnami/bitnami-docker-${name}: */debian-10/Dockerfile`,
		}),
	),
	...["node", "python", "php-fpm"].map(
		(name): CatalogueEntry => ({
			images: names(name),
			tags: ["*-debian-10*"],
			cmd: "varies",
			distro: "debian",
			source: `github.com/bitnami/bitnami-docker-${name}: */debian-10/Dockerfile`,
		}),
	),
	...Object.entries(sinceDebian10).map(
		([name, series]): CatalogueEntry => ({
			images: names(name),
			tags: anyTag(series),
			entrypoint: [`/opt/bitnami/scripts/${name}/entrypoint.sh`],
			cmd: [`/opt/bitnami/scripts/${name}/run.sh`],
			user: "1001",
			shell: "varies",
			distro: "debian",
			source: "github.com/bitnami/containers: bitnami/*/*/debian-*/Dockerfile",
		}),
	),
	{ images: names("node"), tags, cmd: ["node"], shell, distro: "debian", source },
	{ images: names("python"), tags, cmd: ["python"], shell, distro: "debian", source },
	...Object.entries(languages).map(
		([name, series]): CatalogueEntry => ({
			images: names(name),
			tags: anyTag(series),
			cmd: [name],
			shell: "varies",
			distro: "debian",
			source: `github.com/bitnami/containers: bitnami/${name}/*/debian-*/Dockerfile`,
		}),
	),
	{
		images: names("php-fpm"),
		tags,
		cmd: ["php-fpm", "-F", "--pid", "/opt/bitnami/php/tmp/php-fpm.pid", "-y", "/opt/bitnami/php/etc/php-fpm.conf"],
		shell,
		distro: "debian",
		source,
	},
];
