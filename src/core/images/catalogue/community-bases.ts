/**
 * Bases that communities and makers give to others: desktops and browsers, PHP, Java, machine learning, data services,
 * and images that were popular before 2020.
 *
 * Peculiar: Cypress's images were built on node until 2022 and have its ENTRYPOINT; Selenium's run as a user by name
 * until 3.141.59-20200525 and by number after that, and those of 3.14.0-francium have a CMD of their own.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { cuda, debianOrAlpine } from "./distro-by-tag.ts";

const cypressSource = "github.com/cypress-io/cypress-docker-images";
const seleniumSource = "github.com/SeleniumHQ/docker-selenium: Base/Dockerfile, Hub/Dockerfile, Standalone*/Dockerfile";
const seleniumCommand = ["/opt/bin/entry_point.sh"];
/** Too old for packages of inits in any case; the names of 3.141.59 tell nothing of the release. */
const seleniumRelease = { "2.*": "16.04", "3.[0-9].*": "16.04", "3.1[0-4].*": "16.04", "3.141.*": "18.04" };
const serversideupSource = "github.com/serversideup/docker-php: src/variations";
const serversideup = {
	images: ["serversideup/php", "ghcr.io/serversideup/php"],
	entrypoint: ["docker-php-serversideup-entrypoint"],
	user: "www-data",
	distro: debianOrAlpine,
};
const laradockSource = "github.com/laradock/php-fpm: Dockerfile-* (ENTRYPOINT, CMD and STOPSIGNAL of php)";
const browsers = ["chrome", "firefox"];
const selenium = ["hub", ...browsers.flatMap((name) => [`node-${name}`, `standalone-${name}`])];
const seleniumDebug = browsers.flatMap((name) => [`node-${name}-debug`, `standalone-${name}-debug`]);
const mcrJava = ["jdk", "jre", "jre-headless"].map((name) => `mcr.microsoft.com/java/${name}`);
/** Tags of a variant of serversideup/php, whose images have had these facts since their version 3. */
const variant = (name: string): readonly string[] =>
	["7.4", "8.[0-9]", "8.[0-9].*"].flatMap((version) =>
		["", "-v[34]*", "-alpine*", "-bullseye*", "-bookworm*", "-trixie*"].map((rest) => `${version}-${name}${rest}`),
	);

export const communityBases: readonly CatalogueEntry[] = [
	// Browsers and desktops
	{
		images: ["cypress/base"],
		tags: [
			"10.15.3",
			"10.1[68].*",
			"10.22.0",
			"1[23].*.*",
			"14.[0-9].*",
			"14.1[0-9].*",
			"14.21.1",
			"16.[0-9].*",
			"16.1[0-8].*",
			"17.*.*",
			"18.6.0",
			"18.1[12].*",
		],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["node"],
		distro: "debian",
		release: {
			"10.15.3": "9",
			"10.1[68].0": "9",
			"12.[0-6].*": "9",
			"12.1[23].0": "9",
			"12.14.0": "9",
			"13.[13].0": "9",
		},
		source: `${cypressSource}: base/*/Dockerfile (ENTRYPOINT and CMD of node)`,
	},
	{
		images: ["cypress/browsers"],
		tags: ["node12.[1-9]*-chrome*", "node12.18.4-edge88", "node1[3467].*", "node18.6.0-*", "node18.12.0-*"],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["node"],
		distro: "debian",
		source: `${cypressSource}: browsers/*/Dockerfile (ENTRYPOINT and CMD of node)`,
	},
	{
		images: ["cypress/included"],
		tags: ["[3-9].*", "1[0-2].*"],
		entrypoint: ["cypress", "run"],
		distro: "debian",
		source: `${cypressSource}: included/*/Dockerfile`,
	},
	{
		images: [...selenium, ...seleniumDebug].map((name) => `selenium/${name}`),
		tags: ["3.141.59-20200[7-9]*", "3.141.59-20201*", "3.141.59-2021*", "3.141.59", "3.141", "3"],
		cmd: seleniumCommand,
		user: "1200",
		distro: "ubuntu",
		release: { "3.141.59-2020*": "18.04" },
		source: seleniumSource,
	},
	{
		images: selenium.map((name) => `selenium/${name}`),
		tags: ["2.53.*", "3.[0-9].*", "3.1[0-3].*", "3.14.0-[a-eg-z]*", "3.141.0-*", "3.141.5-*", "3.141.59-*"],
		cmd: seleniumCommand,
		user: "seluser",
		distro: "ubuntu",
		release: seleniumRelease,
		source: seleniumSource,
	},
	{
		images: seleniumDebug.map((name) => `selenium/${name}`),
		tags: ["3.[5-9].*", "3.1[0-3].*", "3.14.0-[a-eg-z]*", "3.141.0-*", "3.141.5-*", "3.141.59-*"],
		cmd: seleniumCommand,
		user: "seluser",
		distro: "ubuntu",
		release: seleniumRelease,
		source: seleniumSource,
	},
	{
		images: ["kasmweb/core-*"],
		tags: ["1.9*", "1.1[0-9].*", "develop"],
		entrypoint: ["kasm_default_profile", "vnc_startup", "kasm_startup"].map((name) => `/dockerstartup/${name}.sh`),
		cmd: ["--wait"],
		user: "1000",
		source: "github.com/kasmtech/workspaces-core-images: dockerfile-kasm-core*",
	},
	{
		images: ["postgres", "mysql", "mongodb"].map((name) => `gitpod/workspace-${name}`),
		tags: ["latest", "202[3-9]-*", "2022-1*", "2022-0[1-689]-*"],
		cmd: "varies",
		shell: "varies",
		user: "gitpod",
		distro: "ubuntu",
		source: "github.com/gitpod-io/workspace-images: chunks/*/Dockerfile (no CMD of their own)",
	},
	{
		images: ["reactnativecommunity/react-native-android"],
		tags: ["latest", "[4-9].*", "1[0-9].*"],
		cmd: "varies",
		distro: "ubuntu",
		source: "github.com/react-native-community/docker-android: Dockerfile (no CMD of its own)",
	},

	// PHP
	{ ...serversideup, tags: variant("cli"), cmd: "varies", source: `${serversideupSource}/cli/Dockerfile` },
	{
		...serversideup,
		tags: variant("fpm"),
		cmd: ["php-fpm"],
		stopSignal: "SIGQUIT",
		source: `${serversideupSource}/fpm/Dockerfile`,
	},
	{
		...serversideup,
		tags: variant("unit"),
		cmd: ["unitd", "--no-daemon"],
		source: `${serversideupSource}/unit/Dockerfile`,
	},
	{
		...serversideup,
		tags: variant("frankenphp"),
		cmd: "varies",
		source: `${serversideupSource}/frankenphp/Dockerfile`,
	},
	{
		images: ["laradock/php-fpm"],
		tags: ["latest-7.[1-4]", "latest-8.*"],
		entrypoint: ["docker-php-entrypoint"],
		cmd: ["php-fpm"],
		stopSignal: "SIGQUIT",
		distro: "debian",
		source: laradockSource,
	},
	{
		images: ["laradock/php-fpm"],
		tags: ["latest-5.6", "latest-7.0"],
		entrypoint: ["docker-php-entrypoint"],
		cmd: ["php-fpm"],
		distro: "debian",
		source: laradockSource,
	},
	{
		images: ["tutum/lamp", "tutum/apache-php"],
		tags: ["latest"],
		cmd: ["/run.sh"],
		distro: "ubuntu",
		release: "14.04",
		source: "github.com/tutumcloud/lamp, github.com/tutumcloud/apache-php: Dockerfile",
	},

	// Java and Red Hat
	{
		images: ["jboss/base", "jboss/base-jdk"],
		tags: ["latest", "7", "8", "11", "jdk7"],
		cmd: "varies",
		user: "jboss",
		distro: "centos",
		source:
			"github.com/jboss-dockerfiles/base, github.com/jboss-dockerfiles/base-jdk: Dockerfile (no CMD of their own)",
	},
	{
		images: mcrJava,
		tags: [
			"*-zulu-alpine",
			"*-zulu-centos",
			"*-zulu-debian[89]",
			"*-zulu-debian10",
			"*-zulu-ubuntu",
			"*-zulu-ubuntu-18.04",
		],
		cmd: "varies",
		distro: { "*-alpine": "alpine", "*-centos": "centos", "*-debian*": "debian", "*-ubuntu*": "ubuntu" },
		source: "github.com/microsoft/java: docker/*/Dockerfile.zulu-* (no CMD of their own)",
	},
	{
		images: ["netflixoss/java"],
		tags: ["7", "8"],
		cmd: "varies",
		distro: "ubuntu",
		release: "14.04",
		source: "github.com/Netflix-Skunkworks/zerotodocker: java/*/Dockerfile (no CMD of their own)",
	},
	{
		images: ["openshift/base-centos7"],
		tags: ["latest"],
		entrypoint: ["container-entrypoint"],
		cmd: ["base-usage"],
		distro: "centos",
		source: "github.com/sclorg/s2i-base-container: Dockerfile",
	},
	{
		images: ["quay.io/operator-framework/opm"],
		tags: ["latest", "v1.2[6-9].*", "v1.[3-9][0-9].*"],
		entrypoint: ["/bin/opm"],
		user: "1001",
		distro: "distroless",
		source: "github.com/operator-framework/operator-registry: release/goreleaser.opm.Dockerfile",
	},

	// Services
	{
		images: ["confluentinc/cp-kafka-connect-base"],
		tags: ["6.[0-2].*", "7.[7-9].*"],
		cmd: ["/etc/confluent/docker/run"],
		user: "appuser",
		source: "github.com/confluentinc/kafka-images: kafka-connect-base/Dockerfile.ubi8",
	},
	{
		images: ["clickhouse/clickhouse-server"],
		tags: ["2[4-9].*-alpine", "latest-alpine", "2[4-9].*[0-9]", "latest"],
		entrypoint: ["/entrypoint.sh"],
		distro: { "*alpine": "alpine", "*": "ubuntu" },
		source: "github.com/ClickHouse/ClickHouse: docker/server/Dockerfile.ubuntu, docker/server/Dockerfile.alpine",
	},
	{
		images: ["mdillon/postgis"],
		tags: ["latest", "9.[3-6]", "1[01]", "9.[4-6]-alpine", "1[01]-alpine"],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["postgres"],
		distro: debianOrAlpine,
		source: "github.com/appropriate/docker-postgis: */Dockerfile (ENTRYPOINT and CMD of postgres)",
	},
	{
		images: ["verdaccio/verdaccio"],
		tags: ["4", "4.*", "5", "5.*"],
		entrypoint: ["uid_entrypoint"],
		cmd: "varies",
		user: "10001",
		distro: "alpine",
		source: "github.com/verdaccio/verdaccio: Dockerfile",
	},

	// Machine learning and media
	{
		images: ["ghcr.io/mlflow/mlflow"],
		tags: ["latest", "v[23].*[0-9]"],
		cmd: "varies",
		distro: "debian",
		source: "github.com/mlflow/mlflow: docker/Dockerfile (no CMD of its own)",
	},
	{
		images: ["nvidia/cuda"],
		tags: ["[67].[05]*", "8.0", "8.0-*"],
		cmd: "varies",
		distro: cuda,
		source:
			"github.com/NVIDIA/nvidia-docker: ubuntu-*/cuda/*/Dockerfile, centos-*/cuda/*/Dockerfile (no CMD of their own)",
	},
	{
		images: ["jrottenberg/ffmpeg"],
		tags: ["[2-5].*-alpine*", "[2-5].*-centos*", "[2-5].*-vaapi*", "[2-5].*-nvidia*", "ubuntu"],
		entrypoint: ["ffmpeg"],
		cmd: "varies",
		distro: { "*-alpine*": "alpine", "*-centos*": "centos", "*": "ubuntu" },
		source: "github.com/jrottenberg/ffmpeg: docker-images/*/*/Dockerfile",
	},

	// Small systems
	{
		images: ["base", "elixir", "erlang", "gcc", "go", "java", "php", "python", "ruby"].map((name) => `iron/${name}`),
		cmd: "varies",
		distro: "alpine",
		source: "github.com/iron-io/dockers: */Dockerfile (no CMD of their own)",
	},
	{
		images: ["progrium/busybox", "jeanblanchard/busybox-java"],
		cmd: "varies",
		distro: "other",
		source: "github.com/progrium/busybox, github.com/jeanblanchard/docker-busybox-java: Dockerfile",
	},
];
