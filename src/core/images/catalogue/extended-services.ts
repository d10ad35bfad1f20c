/** Servers, tools and systems of makers with a Dockerfile each, which others give their configuration. */
import type { CatalogueEntry } from "../catalogue-entry.ts";

const cloudflaredSource = "github.com/cloudflare/cloudflared: Dockerfile";
const cloudflared = ["cloudflared", "--no-autoupdate"];
const herokuSource = "github.com/heroku/base-images: heroku-*/Dockerfile";
const wkhtmltopdfSource = "github.com/Surnet/docker-wkhtmltopdf: archive";
/** Tags of releases, without those of Red Hat's variants. */
const releases = (major: string): readonly string[] =>
	["[0-9]", "1[0-9]"].flatMap((minor) => ["", ".[0-9]", ".[1-3][0-9]"].map((patch) => `${major}.${minor}${patch}`));

export const extendedServices: readonly CatalogueEntry[] = [
	{
		images: ["cloudflare/cloudflared"],
		tags: ["latest", "2025.[89].*", "2025.1[0-2].*", "202[6-9].*"],
		entrypoint: cloudflared,
		cmd: ["version"],
		user: "65532:65532",
		distro: "distroless",
		source: cloudflaredSource,
	},
	{
		images: ["cloudflare/cloudflared"],
		tags: ["202[0-4].*", "2025.[1-6].*"],
		entrypoint: cloudflared,
		cmd: ["version"],
		user: "nonroot",
		distro: "distroless",
		source: cloudflaredSource,
	},
	{
		images: ["hashicorp/vault"],
		tags: releases("1"),
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["server", "-dev"],
		distro: "alpine",
		source: "github.com/hashicorp/vault: Dockerfile; github.com/hashicorp/docker-vault: 0.X/Dockerfile",
	},
	{
		images: ["hashicorp/consul"],
		tags: ["latest", ...releases("1")],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["agent", "-dev", "-client", "0.0.0.0"],
		distro: "alpine",
		source: "github.com/hashicorp/consul: Dockerfile; github.com/hashicorp/docker-consul: 0.X/Dockerfile",
	},
	{
		images: ["alpine/socat"],
		entrypoint: ["socat"],
		cmd: "varies",
		distro: "alpine",
		source: "github.com/alpine-docker/socat: Dockerfile",
	},
	{
		images: ["matrixdotorg/synapse"],
		tags: ["v0.*", "v1.[0-9].*", "v1.[1-4][0-9].*"],
		entrypoint: ["/start.py"],
		source: "github.com/matrix-org/synapse: docker/Dockerfile",
	},
	{
		images: ["orthanc", "orthanc-plugins", "orthanc-python"].map((name) => `jodogne/${name}`),
		tags: ["latest", "1.*"],
		entrypoint: ["Orthanc"],
		cmd: ["/etc/orthanc/"],
		source:
			"github.com/jodogne/OrthancDocker: orthanc/Dockerfile, orthanc-plugins/Dockerfile, orthanc-python/Dockerfile",
	},
	{
		images: ["parseplatform/parse-server"],
		tags: ["latest", "3.1.[3-9]", "3.[2-9].*", "3.10.*", "[4-8].*"],
		entrypoint: ["node", "./bin/parse-server"],
		cmd: "varies",
		user: "node",
		source: "github.com/parse-community/parse-server: Dockerfile",
	},
	{
		images: ["metabase/metabase"],
		tags: ["v0.4[0-6].*"],
		entrypoint: ["/app/run_metabase.sh"],
		cmd: "varies",
		distro: "alpine",
		source: "github.com/metabase/metabase: Dockerfile, bin/docker/Dockerfile",
	},
	{
		images: ["opendronemap/odm"],
		tags: ["latest", "gpu", "2.[2-9]*", "3.*"],
		entrypoint: ["python3", "/code/run.py"],
		cmd: "varies",
		distro: "ubuntu",
		source: "github.com/OpenDroneMap/ODM: portable.Dockerfile, gpu.Dockerfile",
	},
	{
		images: ["osrm/osrm-backend", "ghcr.io/project-osrm/osrm-backend"],
		tags: ["latest", "v5.[7-9].*", "v5.[12][0-9].*"],
		cmd: "varies",
		source: "github.com/Project-OSRM/osrm-backend: docker/Dockerfile (no CMD of its own)",
	},
	{
		images: [
			"ghcr.io/zaproxy/zaproxy",
			"softwaresecurityproject/zap-stable",
			"zaproxy/zap-stable",
			"owasp/zap2docker-stable",
		],
		tags: ["latest", "stable", "weekly", "nightly", "bare", "2.1[0-9].*"],
		cmd: "varies",
		user: "zap",
		source: "github.com/zaproxy/zaproxy: docker/Dockerfile-stable, Dockerfile-weekly, Dockerfile-live, Dockerfile-bare",
	},
	{
		images: ["surnet/alpine-wkhtmltopdf"],
		entrypoint: ["wkhtmltopdf"],
		cmd: "varies",
		distro: "alpine",
		source: `${wkhtmltopdfSource}/alpine-wkhtmltopdf`,
	},
	{
		images: ["surnet/alpine-python-wkhtmltopdf"],
		cmd: ["python3"],
		distro: "alpine",
		source: `${wkhtmltopdfSource}/alpine-python-wkhtmltopdf (CMD of python)`,
	},
	{
		images: ["dorowu/ubuntu-desktop-lxde-vnc"],
		entrypoint: ["/startup.sh"],
		cmd: "varies",
		distro: "ubuntu",
		source: "github.com/fcwu/docker-ubuntu-vnc-desktop: Dockerfile.amd64",
	},
	{
		images: ["tiangolo/nginx-rtmp"],
		tags: ["latest", "latest-*"],
		cmd: ["nginx", "-g", "daemon off;"],
		distro: "debian",
		source: "github.com/tiangolo/nginx-rtmp-docker: Dockerfile",
	},
	{
		images: ["registry.redhat.io", "registry.access.redhat.com"].flatMap((registry) =>
			[
				"eap72-openshift",
				"eap73-openjdk11-openshift-rhel8",
				"eap74-openjdk8-openshift-rhel7",
				...["8", "11", "17"].map((version) => `eap74-openjdk${version}-openshift-rhel8`),
			].map((name) => `${registry}/jboss-eap-7/${name}`),
		),
		cmd: ["/opt/eap/bin/openshift-launch.sh"],
		user: "185",
		source: "github.com/jboss-container-images/jboss-eap-7-openshift-image: image.yaml",
	},

	// Systems
	{
		images: ["gcr.io/kctf-docker/challenge", "gcr.io/kctf-docker/healthcheck"],
		cmd: "varies",
		distro: "ubuntu",
		source: "github.com/google/kctf: docker-images/challenge/Dockerfile, docker-images/healthcheck/Dockerfile",
	},
	{
		images: ["pwn.red/jail", "redpwn/jail"],
		tags: ["latest", "0.[1-4]", "0.[1-4].*"],
		cmd: "varies",
		source: "github.com/redpwn/jail: Dockerfile",
	},
	{
		images: ["kali-rolling", "kali-last-release"].map((name) => `kalilinux/${name}`),
		cmd: "varies",
		source: "github.com/elboulangero/kali-docker: Dockerfile (gitlab.com/kalilinux/build-scripts/kali-docker)",
	},
	{
		images: ["heroku/heroku"],
		tags: ["16", "18", "20", "22", "16-build", "18-build", "20-build", "22-build"],
		cmd: "varies",
		distro: "ubuntu",
		release: { "16*": "16.04", "18*": "18.04", "20*": "20.04", "22*": "22.04" },
		source: herokuSource,
	},
	{
		images: ["heroku/heroku"],
		tags: ["24", "26", "24-build", "26-build"],
		cmd: "varies",
		user: "heroku",
		distro: "ubuntu",
		source: herokuSource,
	},
	{
		images: ["devkita64", "devkitarm", "devkitppc", "toolchain-base"].map((name) => `devkitpro/${name}`),
		cmd: "varies",
		distro: "debian",
		source: "github.com/devkitPro/docker: */Dockerfile (no CMD of their own)",
	},
	{
		images: ["ubuntu", "java", "nodejs", "python"].map((name) => `dockerfile/${name}`),
		cmd: "varies",
		distro: "ubuntu",
		release: "14.04",
		source: "github.com/dockerfile/ubuntu, dockerfile/java, dockerfile/python, dockerfile/nodejs: Dockerfile",
	},
	{
		images: ["rastasheep/ubuntu-sshd"],
		cmd: ["/usr/sbin/sshd", "-D"],
		distro: "ubuntu",
		release: {
			latest: "18.04",
			"12.*": "12.04",
			"13.*": "13.04",
			"14.04": "14.04",
			"16.04": "16.04",
			"18.04": "18.04",
		},
		source: "github.com/rastasheep/ubuntu-sshd: Dockerfile.template",
	},
	{
		images: ["jpetazzo/dind"],
		tags: ["latest"],
		cmd: ["wrapdocker"],
		distro: "ubuntu",
		release: "14.04",
		source: "github.com/jpetazzo/dind: Dockerfile",
	},
	{
		images: ["hypriot/rpi-node"],
		tags: ["*alpine*"],
		cmd: ["node"],
		distro: "alpine",
		source: "github.com/hypriot/rpi-node: */alpine/Dockerfile",
	},
];
