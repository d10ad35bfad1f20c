// The parts of the generated Dockerfiles. Their weights are percentages of real files (see corpus.js).

/**
 * @typedef {object} BaseImage
 * @property {readonly string[]} images
 * @property {"apt-get" | "apk" | "dnf" | "microdnf" | "yum" | "none"} manager
 */

/** Bases of final stages, by how often they occur. @type {readonly (readonly [number, BaseImage])[]} */
export const bases = [
	[14, { manager: "apt-get", images: ["ubuntu:22.04", "ubuntu:24.04", "ubuntu:20.04", "ubuntu:latest", "ubuntu"] }],
	[12, { manager: "apk", images: ["alpine:3.20", "alpine:3.19", "alpine:latest", "alpine", "alpine:3"] }],
	[
		11,
		{ manager: "apt-get", images: ["debian:bookworm-slim", "debian:bullseye", "debian:12-slim", "debian:stable-slim"] },
	],
	[10, { manager: "apt-get", images: ["python:3.12-slim", "python:3.11", "python:3.10-slim-bookworm", "python:3"] }],
	[2, { manager: "none", images: ["scratch"] }],
	[8, { manager: "apt-get", images: ["node:22", "node:20-slim", "node:18-bookworm", "node:lts"] }],
	[3, { manager: "apk", images: ["node:22-alpine", "node:20-alpine3.20", "node:lts-alpine"] }],
	[
		5,
		{
			manager: "apt-get",
			images: [
				"mcr.microsoft.com/dotnet/aspnet:8.0",
				"mcr.microsoft.com/dotnet/runtime:8.0",
				"mcr.microsoft.com/dotnet/sdk:9.0",
			],
		},
	],
	[5, { manager: "apt-get", images: ["php:8.3-fpm", "php:8.2-apache", "php:8.3-cli", "php:7.4-fpm"] }],
	[
		5,
		{
			manager: "apt-get",
			images: ["openjdk:17-slim", "openjdk:11-jre", "eclipse-temurin:21-jre", "eclipse-temurin:17-jdk-jammy"],
		},
	],
	[
		4,
		{
			manager: "apt-get",
			images: ["golang:1.23", "golang:1.22-bookworm", "buildpack-deps:bookworm", "ruby:3.3-slim", "rust:1.80"],
		},
	],
	[2, { manager: "none", images: ["busybox:1.36", "busybox"] }],
	[
		3,
		{
			manager: "microdnf",
			images: ["registry.access.redhat.com/ubi9/ubi-minimal:9.4", "registry.access.redhat.com/ubi8-minimal"],
		},
	],
	[3, { manager: "apt-get", images: ["nginx:1.27", "nginx:stable", "nginx", "httpd:2.4", "postgres:16", "redis:7"] }],
	[2, { manager: "dnf", images: ["fedora:40", "oraclelinux:9", "rockylinux:9"] }],
	[2, { manager: "yum", images: ["centos:7", "amazonlinux:2"] }],
	[
		4,
		{
			manager: "none",
			images: [
				"gcr.io/distroless/static-debian12",
				"gcr.io/distroless/base:nonroot",
				"gcr.io/distroless/java17-debian12",
			],
		},
	],
	[
		5,
		{
			manager: "none",
			images: [
				"registry.example.org:5000/platform/base:1.4.2",
				`ghcr.io/example/runtime@sha256:${"0123456789abcdef".repeat(4)}`,
			],
		},
	],
];

export const builders = [
	"golang:1.23-alpine",
	"node:22-alpine",
	"maven:3.9-eclipse-temurin-21",
	"rust:1.80-slim",
	"gradle:8-jdk17",
	"mcr.microsoft.com/dotnet/sdk:8.0",
];

export const stageNames = [
	"build",
	"builder",
	"deps",
	"base",
	"frontend",
	"compile",
	"assets",
	"test",
	"Builder",
	"prod",
];

export const packages = [
	"bash",
	"build-essential",
	"ca-certificates",
	"cron",
	"curl",
	"ffmpeg",
	"gcc",
	"git",
	"gnupg",
	"iproute2",
	"jq",
	"less",
	"libffi-dev",
	"libpq-dev",
	"libssl-dev",
	"make",
	"netcat-openbsd",
	"openssh-client",
	"pkg-config",
	"procps",
	"python3",
	"python3-pip",
	"rsync",
	"sudo",
	"tar",
	"tzdata",
	"unzip",
	"vim",
	"wget",
	"xz-utils",
	"zlib1g-dev",
];

/**
 * @type {Readonly<Record<Exclude<BaseImage["manager"], "none">, { readonly head: readonly string[], readonly tail:
 * readonly string[] }>>}
 */
export const installCommands = {
	"apt-get": {
		head: ["apt-get update", "apt-get install -y --no-install-recommends"],
		tail: ["apt-get clean", "rm -rf /var/lib/apt/lists/*"],
	},
	apk: { head: ["apk add --no-cache"], tail: [] },
	dnf: { head: ["dnf install -y"], tail: ["dnf clean all"] },
	microdnf: { head: ["microdnf install -y --nodocs"], tail: ["microdnf clean all"] },
	yum: { head: ["yum install -y"], tail: ["yum clean all", "rm -rf /var/cache/yum"] },
};

export const shellSteps = [
	"mkdir -p /opt/app /var/log/app",
	"curl -fsSL https://downloads.example.org/tool-${TOOL_VERSION}.tar.gz | tar -xz -C /usr/local --strip-components=1",
	"groupadd -r app && useradd -r -g app -d /opt/app app",
	"chown -R app:app /opt/app /var/log/app",
	"sed -i 's/^#\\(PermitRootLogin\\).*/\\1 no/' /etc/ssh/sshd_config",
	'if [ "$DEBUG" = "1" ]; then pip install debugpy; fi',
	"for module in core http stream; do ./configure --with-$module; done",
	"find / -xdev -perm /6000 -type f -exec chmod a-s {} \\; || true",
	'echo "export PATH=\\$PATH:/opt/app/bin" >> /etc/profile.d/app.sh',
	"ln -sf /dev/stdout /var/log/app/access.log",
	"locale-gen en_US.UTF-8",
	"make -j$(nproc) && make install && make clean",
	"awk '{ print $1 \"\\t\" $2 }' /etc/hosts > /tmp/hosts",
	"chmod +x /usr/local/bin/docker-entrypoint.sh",
];

export const buildSteps = [
	"npm ci --omit=dev",
	"pip install --no-cache-dir -r requirements.txt",
	"go mod download",
	'CGO_ENABLED=0 go build -ldflags="-s -w -X main.version=${VERSION}" -o /out/server ./cmd/server',
	"mvn -B -q package -DskipTests",
	"cargo build --release --locked",
	"bundle install --jobs 4",
	"dotnet publish -c Release -o /app/publish",
	"composer install --no-dev --optimize-autoloader",
	"--mount=type=cache,target=/root/.cache/pip pip install .",
	"--mount=type=secret,id=token,required=true ./fetch-private.sh",
];

export const execCommands = [
	["node", "server.js"],
	["python", "-m", "app"],
	["gunicorn", "--bind", "0.0.0.0:8000", "--workers", "4", "app.wsgi:application"],
	["java", "-jar", "/app.jar"],
	["nginx", "-g", "daemon off;"],
	["dotnet", "App.dll"],
	["/usr/local/bin/server", "--config", "/etc/server/config.yaml"],
	["npm", "run", "start"],
	["php-fpm", "--nodaemonize"],
	["supervisord", "-n", "-c", "/etc/supervisor/supervisord.conf"],
	["/bin/bash"],
	["bundle", "exec", "puma", "-C", "config/puma.rb"],
	["sh", "-c", 'exec /opt/app/run "$MODE" \\"quoted\\"'],
];

export const entrypoints = [
	["/docker-entrypoint.sh"],
	["/usr/local/bin/docker-entrypoint.sh"],
	["./entrypoint.sh"],
	["/app/server"],
	["java", "-jar", "app.jar"],
	["python3"],
];

export const initEntrypoints = [
	["/sbin/tini", "--"],
	["/usr/bin/tini", "-g", "--", "/entrypoint.sh"],
	["dumb-init", "--"],
	["/init"],
];

export const shellCommands = [
	"python manage.py migrate && python manage.py runserver 0.0.0.0:8000",
	"java $JAVA_OPTS -jar /app.jar",
	"gunicorn -b :$PORT app:app",
	"service cron start && tail -f /var/log/cron.log",
	"/usr/sbin/sshd -D",
	'exec nginx -g "daemon off;"',
	"npm start",
	"./start.sh",
];
