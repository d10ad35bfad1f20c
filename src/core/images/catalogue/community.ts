/**
 * Images of projects and companies that many Dockerfiles build on and that belong to no other family.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine } from "./distro-by-tag.ts";

const prometheusCmd = ["--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/prometheus"];
const lambda = ["/lambda-entrypoint.sh"];
/** Names of an image of bref by versions of PHP. */
const bref = (...versions: readonly string[]): readonly string[] =>
	versions.flatMap((version) => [`bref/php-${version}`, `bref/arm-php-${version}`]);
const brefSource = "github.com/brefphp/aws-lambda-layers: php-*/Dockerfile";
const lambdaSource = "github.com/aws/aws-lambda-base-images: Dockerfile.*";

/** Names on Docker Hub and on quay.io. */
const prometheus = (name: string, quayName: string): readonly string[] => [
	`prom/${name}`,
	`quay.io/prometheus/${quayName}`,
];

export const communityImages: readonly CatalogueEntry[] = [
	// Monitoring
	{
		images: prometheus("prometheus", "prometheus"),
		tags: ["v2.6.*"],
		entrypoint: ["/bin/prometheus"],
		user: "nobody",
		distro: "busybox",
		source: "github.com/prometheus/prometheus: Dockerfile (v2.6.0 and v2.6.1, which have no CMD)",
	},
	{
		images: prometheus("prometheus", "prometheus"),
		tags: ["v2.[0-9].[0-9]", "v2.[1-5][0-9].*"],
		entrypoint: ["/bin/prometheus"],
		cmd: [
			...prometheusCmd,
			"--web.console.libraries=/usr/share/prometheus/console_libraries",
			"--web.console.templates=/usr/share/prometheus/consoles",
		],
		user: "nobody",
		distro: "busybox",
		source: "github.com/prometheus/prometheus: Dockerfile",
	},
	{
		images: prometheus("prometheus", "prometheus"),
		tags: ["latest", "main", "v3.[1-9]*[0-9]"],
		entrypoint: ["/bin/prometheus"],
		cmd: prometheusCmd,
		user: "nobody",
		distro: "busybox",
		source: "github.com/prometheus/prometheus: Dockerfile",
	},
	{
		images: prometheus("alertmanager", "alertmanager"),
		tags: ["latest", "main", "v0.1[6-9].*[0-9]", "v0.[2-9][0-9].*[0-9]"],
		entrypoint: ["/bin/alertmanager"],
		cmd: ["--config.file=/etc/alertmanager/alertmanager.yml", "--storage.path=/alertmanager"],
		user: "nobody",
		distro: "busybox",
		source: "github.com/prometheus/alertmanager: Dockerfile",
	},
	{
		images: prometheus("node-exporter", "node-exporter"),
		tags: ["latest", "master", "v1*[0-9]"],
		entrypoint: ["/bin/node_exporter"],
		user: "nobody",
		distro: "busybox",
		source: "github.com/prometheus/node_exporter: Dockerfile",
	},
	{
		images: prometheus("blackbox-exporter", "blackbox-exporter"),
		tags: ["latest", "master", "v0.[89].*[0-9]", "v0.[1-9][0-9].*[0-9]"],
		entrypoint: ["/bin/blackbox_exporter"],
		cmd: ["--config.file=/etc/blackbox_exporter/config.yml"],
		distro: "busybox",
		source: "github.com/prometheus/blackbox_exporter: Dockerfile",
	},
	{
		images: ["grafana/grafana", "grafana/grafana-oss", "grafana/grafana-enterprise"],
		tags: ["latest", "latest-ubuntu", "main", "[89].*", "1[0-9].*"],
		entrypoint: ["/run.sh"],
		user: "472",
		distro: { "*ubuntu*": "ubuntu", "*": "alpine" },
		source: "github.com/grafana/grafana: Dockerfile",
	},

	// Clouds
	{
		images: ["amazon/aws-cli", "public.ecr.aws/aws-cli/aws-cli"],
		entrypoint: ["/usr/local/bin/aws"],
		distro: "amazonlinux",
		source: "github.com/aws/aws-cli: docker/Dockerfile",
	},
	{
		images: ["public.ecr.aws/lambda/python"],
		tags: ["3.[89]*", "3.1[01]*"],
		entrypoint: lambda,
		distro: "amazonlinux",
		source: lambdaSource,
	},
	{
		images: ["public.ecr.aws/lambda/nodejs"],
		tags: ["1[2468]*"],
		entrypoint: lambda,
		distro: "amazonlinux",
		source: lambdaSource,
	},
	{
		images: ["public.ecr.aws/lambda/provided"],
		tags: ["al2", "al2-*", "al2.*"],
		entrypoint: lambda,
		distro: "amazonlinux",
		source: lambdaSource,
	},
	{
		images: bref("80", "81", "82", "83", "84").flatMap((name) => [name, `${name}-fpm`]),
		tags: ["2", "2.*"],
		entrypoint: lambda,
		distro: "amazonlinux",
		source: `${brefSource} (2: ENTRYPOINT of public.ecr.aws/lambda/provided)`,
	},
	{
		images: bref("82", "83", "84", "85"),
		tags: ["latest", "3", "3.*"],
		entrypoint: ["/bref-entrypoint.sh"],
		source: `${brefSource} (3)`,
	},
	{ images: ["public.ecr.aws/lambda/*", "amazon/aws-lambda-*"], entrypoint: lambda, source: lambdaSource },
	{
		images: ["hashicorp/terraform"],
		tags: ["latest", "1.*"],
		entrypoint: ["/bin/terraform"],
		distro: "alpine",
		source: "github.com/hashicorp/terraform: scripts/docker-release/Dockerfile-release",
	},
	{
		images: ["vault"],
		tags: ["1.*", "latest"],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["server", "-dev"],
		distro: "alpine",
		source: "github.com/hashicorp/docker-vault: 0.X/Dockerfile",
	},
	{
		images: ["consul"],
		tags: ["1.*", "latest"],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["agent", "-dev", "-client", "0.0.0.0"],
		distro: "alpine",
		source: "github.com/hashicorp/docker-consul: 0.X/Dockerfile",
	},

	// Data and machine learning
	{
		images: ["apache/airflow"],
		tags: [
			"latest",
			"latest-python3*",
			"2.[5-9].*",
			"2.1[01].*",
			"3.*",
			"slim-latest*",
			"slim-2.[5-9].*",
			"slim-2.1[01].*",
			"slim-3.*",
		],
		entrypoint: ["/usr/bin/dumb-init", "--", "/entrypoint"],
		cmd: [],
		user: "50000",
		shell: ["/bin/bash", "-o", "pipefail", "-o", "errexit", "-o", "nounset", "-o", "nolog", "-c"],
		distro: "debian",
		source: "github.com/apache/airflow: Dockerfile",
	},
	{
		images: [
			"confluentinc/cp-kafka",
			"confluentinc/cp-zookeeper",
			"confluentinc/cp-schema-registry",
			"confluentinc/cp-kafka-connect",
			"confluentinc/cp-kafka-connect-base",
		],
		tags: ["7.[0-6].*"],
		cmd: ["/etc/confluent/docker/run"],
		user: "appuser",
		source: "github.com/confluentinc/kafka-images: kafka/Dockerfile.ubi8",
	},

	// Python and PHP application servers
	{
		images: ["tiangolo/uvicorn-gunicorn", "tiangolo/uvicorn-gunicorn-fastapi", "tiangolo/uvicorn-gunicorn-starlette"],
		tags: ["latest", "python3*"],
		cmd: ["/start.sh"],
		distro: debianOrAlpine,
		source: "github.com/tiangolo/uvicorn-gunicorn-docker: docker-images/python3.11.dockerfile",
	},
	{
		images: ["tiangolo/uwsgi-nginx", "tiangolo/uwsgi-nginx-flask"],
		tags: ["python3*-alpine*"],
		entrypoint: ["sh", "/entrypoint.sh"],
		cmd: ["/start.sh"],
		distro: "alpine",
		source: "github.com/tiangolo/uwsgi-nginx-docker: docker-images/python3.8-alpine.dockerfile (until 2020)",
	},
	{
		images: ["tiangolo/uwsgi-nginx", "tiangolo/uwsgi-nginx-flask"],
		tags: ["latest", "python3*"],
		entrypoint: ["/entrypoint.sh"],
		cmd: ["/start.sh"],
		distro: "debian",
		source: "github.com/tiangolo/uwsgi-nginx-docker: docker-images/python3.11.dockerfile",
	},

	// Robots, chat, games
	{
		images: ["ros", "osrf/ros"],
		entrypoint: ["/ros_entrypoint.sh"],
		cmd: ["bash"],
		distro: {
			"*stretch*": "debian",
			"*buster*": "debian",
			"*bullseye*": "debian",
			"*bookworm*": "debian",
			"*": "ubuntu",
		},
		source: "github.com/osrf/docker_images: ros/*/*/ros-core/Dockerfile",
	},
	{
		images: ["eggdrop"],
		entrypoint: ["/home/eggdrop/eggdrop/entrypoint.sh"],
		cmd: ["eggdrop.conf"],
		distro: "alpine",
		source: "github.com/eggheads/eggdrop-docker: */Dockerfile",
	},
	{
		images: ["gazebo"],
		tags: ["latest", "gzserver*", "libgazebo*"],
		entrypoint: ["/gzserver_entrypoint.sh"],
		cmd: ["gzserver"],
		source: "github.com/osrf/docker_images: gazebo/*/*/*/gzserver*/Dockerfile",
	},
	{
		images: ["irssi"],
		cmd: ["irssi"],
		user: "user",
		distro: debianOrAlpine,
		source: "github.com/jessfraz/irssi: */Dockerfile",
	},
	{
		images: ["teamspeak"],
		entrypoint: ["entrypoint.sh"],
		cmd: ["ts3server"],
		distro: "alpine",
		source: "github.com/TeamSpeak-Systems/teamspeak-linux-docker-images",
	},
	{
		images: ["neurodebian"],
		tags: ["latest", "bookworm*", "bullseye*", "buster*", "sid*", "trixie*"],
		cmd: ["bash"],
		distro: "debian",
		source: "github.com/neurodebian/dockerfiles: dockerfiles/*/Dockerfile (no CMD of its own)",
	},
];
