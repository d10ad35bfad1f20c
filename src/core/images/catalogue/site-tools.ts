/** Images to build sites, documents and programs with, which Dockerfiles extend to serve the result. */
import type { CatalogueEntry } from "../catalogue-entry.ts";

const mkdocsSource = "github.com/squidfunk/mkdocs-material: Dockerfile";
const mkdocs = ["squidfunk/mkdocs-material", "ghcr.io/squidfunk/mkdocs-material"];
const emsdkSource = "github.com/emscripten-core/emsdk: docker/Dockerfile";
const bitwalkerSource = "github.com/bitwalker/alpine-elixir: Dockerfile";
const elixir = ["bitwalker/alpine-elixir", "bitwalker/alpine-elixir-phoenix"];
const jvmDocker = "github.com/IBM/ci.docker: ibmjava/8/*/ubi/Dockerfile";

/** Releases of Hugo, for each distribution. */
const hugoTags = (...releases: readonly string[]): readonly string[] =>
	["", "-alpine", "-busybox", "-debian", "-ubuntu"].flatMap((distribution) =>
		releases.flatMap((release) => [`${release}${distribution}`, `${release}-ext${distribution}`]),
	);

export const siteTools: readonly CatalogueEntry[] = [
	{
		images: mkdocs,
		tags: ["latest", "9", "9.5", "9.5.1[4-9]*", "9.5.[2-9][0-9]*", "9.[6-9]*"],
		entrypoint: ["/sbin/tini", "--", "mkdocs"],
		cmd: ["serve", "--dev-addr=0.0.0.0:8000"],
		source: mkdocsSource,
	},
	{
		images: mkdocs,
		tags: ["[3-8].*", "[3-8]", "9.[0-4]*", "9.5.[0-9]", "9.5.1[0-3]"],
		entrypoint: ["mkdocs"],
		cmd: "varies",
		distro: "alpine",
		source: mkdocsSource,
	},
	{
		images: ["jekyll/jekyll", "jekyll/builder"],
		tags: ["stable", "3", "3.[7-9]*", "4.[0-3]*"],
		entrypoint: ["/usr/jekyll/bin/entrypoint"],
		cmd: ["jekyll", "--help"],
		distro: "alpine",
		source: "github.com/envygeeks/jekyll-docker: repos/jekyll/Dockerfile (before July 2026)",
	},
	// The other moving tags had an ENTRYPOINT until July 2026 and have none since.
	{
		images: ["jekyll/jekyll"],
		tags: ["4.[4-9]*"],
		cmd: ["jekyll", "--help"],
		distro: "debian",
		source: "github.com/envygeeks/jekyll-docker: Dockerfile, .github/workflows/deploy.yml",
	},
	{
		images: ["jekyll/builder"],
		tags: ["latest", "pages", "4"],
		entrypoint: ["/usr/jekyll/bin/entrypoint"],
		cmd: ["jekyll", "--help"],
		distro: "alpine",
		source: "github.com/envygeeks/jekyll-docker: repos/jekyll/Dockerfile (before July 2026)",
	},
	{
		images: ["klakegg/hugo"],
		tags: hugoTags("0.5[0-7].[0-9]", "0.58.0"),
		entrypoint: ["sh", "/run.sh"],
		distro: { "*alpine*": "alpine", "*debian*": "debian" },
		source: "github.com/klakegg/docker-hugo: dist (before September 2019)",
	},
	{
		images: ["klakegg/hugo"],
		tags: [
			...["latest", "ext", "alpine", "ext-alpine", "busybox", "debian", "ext-debian", "ubuntu", "ext-ubuntu"],
			...hugoTags("0.59.[0-9]", "0.[6-9][0-9].[0-9]", "0.1[0-9][0-9].[0-9]"),
		],
		entrypoint: ["hugo"],
		distro: { "*alpine*": "alpine", "*debian*": "debian", "*ubuntu*": "ubuntu" },
		source: "github.com/klakegg/docker-hugo: src/docker",
	},
	{
		images: ["swaggerapi/swagger-ui", "docker.swagger.io/swaggerapi/swagger-ui"],
		tags: ["latest", "v5.*"],
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: ["nginx", "-g", "daemon off;"],
		stopSignal: "SIGQUIT",
		distro: "alpine",
		source: "github.com/swagger-api/swagger-ui: Dockerfile (ENTRYPOINT, CMD and STOPSIGNAL of nginx)",
	},
	{
		images: ["emscripten/emsdk"],
		tags: ["latest", "3.1.4[3-9]*", "3.1.[5-9][0-9]*", "[45].*"],
		entrypoint: ["/emsdk/docker/entrypoint.sh"],
		distro: "ubuntu",
		source: emsdkSource,
	},
	{
		images: ["emscripten/emsdk"],
		tags: ["2.0.*", "3.0.*", "3.1.[0-9]", "3.1.[1-3][0-9]", "3.1.4[0-2]"],
		cmd: "varies",
		source: emsdkSource,
	},
	{
		images: ["espressif/idf"],
		entrypoint: ["/opt/esp/entrypoint.sh"],
		cmd: ["/bin/bash"],
		distro: "ubuntu",
		source: "github.com/espressif/esp-idf: tools/docker/Dockerfile",
	},
	{
		images: ["racket/racket", "jackfirth/racket"],
		tags: [
			"latest",
			...["[6-9].[0-9]", "[6-9].[0-9][0-9]", "[6-9].[0-9].[0-9]"].flatMap((release) =>
				["", "-full", "-bc", "-bc-full", "-cs", "-cs-full"].map((variant) => `${release}${variant}`),
			),
		],
		cmd: ["racket"],
		source: "github.com/jackfirth/racket-docker: racket.Dockerfile",
	},
	{
		images: ["tinygo/tinygo"],
		tags: ["latest", "0.2[5-9]*", "0.[34]*"],
		cmd: ["tinygo"],
		distro: "debian",
		source: "github.com/tinygo-org/tinygo: Dockerfile",
	},
	{
		images: ["bitwalker/alpine-erlang"],
		cmd: "varies",
		distro: "alpine",
		source: "github.com/bitwalker/alpine-erlang: Dockerfile",
	},
	{
		images: elixir,
		tags: ["latest", "1.9*", "1.1[0-9]*"],
		cmd: "varies",
		onBuild: ["RUN mix do local.hex --force, local.rebar --force"],
		distro: "alpine",
		source: bitwalkerSource,
	},
	{ images: elixir, tags: ["1.[2-8]*"], cmd: "varies", distro: "alpine", source: bitwalkerSource },
	{
		images: ["trafex/php-nginx", "trafex/alpine-nginx-php7"],
		cmd: ["/usr/bin/supervisord", "-c", "/etc/supervisor/conf.d/supervisord.conf"],
		user: "nobody",
		distro: "alpine",
		source: "github.com/TrafeX/docker-php-nginx: Dockerfile",
	},
	{
		images: ["hyperf/hyperf"],
		tags: ["*alpine*"],
		cmd: "varies",
		distro: "alpine",
		source: "github.com/hyperf/hyperf-docker: */alpine/*/Dockerfile",
	},
	...[
		{ tags: ["7.[34]-apache", "8.[0-9]-apache"], stopSignal: "SIGWINCH" },
		{ tags: ["7.[34]-fpm", "8.[0-9]-fpm"], stopSignal: "SIGQUIT" },
	].map(
		(row): CatalogueEntry => ({
			...row,
			images: ["yiisoftware/yii2-php"],
			entrypoint: ["docker-php-entrypoint"],
			cmd: "varies",
			distro: "debian",
			source: "github.com/yiisoft/yii2-docker: php/Dockerfile-debian (ENTRYPOINT and STOPSIGNAL of php)",
		}),
	),
	{
		images: ["ibmjava"],
		tags: ["8-ubi*", "8-*-ubi*", "ubi*", "9-ubi*", "10-ubi*"],
		cmd: "varies",
		user: "1001",
		source: jvmDocker,
	},
	{
		images: ["8", "9", "10"].map((release) => `ghcr.io/oracle/oraclelinux${release}-python`),
		cmd: "varies",
		distro: "oraclelinux",
		source: "github.com/oracle/docker-images: OracleLinuxDevelopers/*/python/*/Dockerfile",
	},
	{
		images: ["ghcr.io/oracle/oci-cli"],
		entrypoint: ["oci"],
		cmd: ["--help"],
		user: "oracle",
		distro: "oraclelinux",
		source: "github.com/oracle/docker-images: OracleCloudInfrastructure/oci-cli/Dockerfile",
	},
	{
		images: ["easypi/alpine-arm"],
		tags: ["latest", "edge", "3.*"],
		distro: "alpine",
		source: "github.com/EasyPi/docker-alpine-arm: Makefile (docker import)",
	},
	{
		images: ["gliderlabs/alpine", "frolvlad/alpine-python3"],
		cmd: "varies",
		distro: "alpine",
		source:
			"github.com/gliderlabs/docker-alpine: versions/gliderlabs-*/Dockerfile; github.com/frol/docker-alpine-python3: Dockerfile",
	},
	{
		images: ["webdevops/bootstrap"],
		tags: ["alpine", "ubuntu-*"],
		cmd: "varies",
		distro: { alpine: "alpine", "ubuntu-*": "ubuntu" },
		source: "github.com/webdevops/Dockerfile: docker/bootstrap/*/Dockerfile",
	},
	{
		images: ["ghcr.io/browserless/base"],
		cmd: "varies",
		distro: "ubuntu",
		source: "github.com/browserless/browserless: docker/base/Dockerfile",
	},
	{
		images: ["openanalytics/r-base"],
		cmd: ["R"],
		distro: "ubuntu",
		source: "github.com/openanalytics/r-base: Dockerfile",
	},
	{
		images: ["rocker/r-ubuntu", "rocker/r-apt", "rocker/r-rspm", "rocker/r-bspm"],
		cmd: ["bash"],
		source: "github.com/rocker-org/rocker: r-ubuntu/*/Dockerfile",
	},
	{
		images: ["rocker/r-base"],
		cmd: ["R"],
		distro: "debian",
		source: "github.com/rocker-org/rocker: r-base/*/Dockerfile",
	},
	{
		images: ["gentoo/stage3"],
		cmd: ["/bin/bash"],
		distro: "other",
		source: "github.com/gentoo/gentoo-docker-images: stage3.Dockerfile",
	},
	{
		images: ["unityci/editor"],
		tags: ["ubuntu-*"],
		cmd: "varies",
		distro: "ubuntu",
		source: "github.com/game-ci/docker: images/ubuntu/editor/Dockerfile",
	},
];
