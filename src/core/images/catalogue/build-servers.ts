/**
 * Images that build and deliver: servers and agents of continuous integration, and Docker itself.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine, ubuntuOrAlpine } from "./distro-by-tag.ts";

/** Images that have an Alpine default and an Ubuntu variant. */
const ubuntuVariant = { "*ubuntu*": "ubuntu", "*": "alpine" } as const;
const dindSource = "github.com/docker-library/docker: Dockerfile-cli.template, Dockerfile-dind.template";

export const buildServers: readonly CatalogueEntry[] = [
	// Continuous integration
	{
		images: ["jenkins/jenkins"],
		tags: ["alpine*", "lts-alpine*", "latest-alpine*", "jdk*alpine*", "2.[1-9][0-9][0-9]*alpine*"],
		entrypoint: ["/sbin/tini", "--", "/usr/local/bin/jenkins.sh"],
		user: "jenkins",
		distro: "alpine",
		source: "github.com/jenkinsci/docker: alpine/hotspot/Dockerfile",
	},
	{
		images: ["jenkins/jenkins"],
		tags: [
			"latest",
			"lts",
			"lts-jdk*",
			"jdk*",
			"2.[4-9][0-9][0-9]",
			"2.[4-9][0-9][0-9]-jdk*",
			"2.[4-9][0-9][0-9].[0-9]-lts",
			"2.[4-9][0-9][0-9].[0-9]-lts-jdk*",
			"2.[4-9][0-9][0-9].[0-9]",
			"2.[4-9][0-9][0-9].[0-9]-jdk*",
			"slim",
			"slim-jdk*",
			"lts-slim*",
			"2.[4-9][0-9][0-9]-slim*",
			"2.[4-9][0-9][0-9].[0-9]-slim*",
		],
		entrypoint: ["/usr/bin/tini", "--", "/usr/local/bin/jenkins.sh"],
		user: "jenkins",
		distro: "debian",
		source: "github.com/jenkinsci/docker: debian/trixie/hotspot/Dockerfile",
	},
	{
		images: ["jenkins/inbound-agent"],
		tags: ["latest", "latest-jdk*", "jdk*", "alpine*", "latest-alpine*", "bookworm*", "debian*", "trixie*"],
		entrypoint: ["/usr/local/bin/jenkins-agent"],
		user: "jenkins",
		distro: debianOrAlpine,
		source: "github.com/jenkinsci/docker-agent: debian/Dockerfile",
	},
	{
		images: ["jenkins/agent"],
		tags: ["latest", "latest-jdk*", "jdk*", "bookworm*", "debian*", "trixie*", "latest-bookworm*", "latest-trixie*"],
		cmd: ["bash"],
		user: "jenkins",
		distro: "debian",
		source: "github.com/jenkinsci/docker-agent: debian/Dockerfile (no CMD of its own)",
	},
	{
		images: ["gitlab/gitlab-runner"],
		tags: ["latest", "alpine", "ubuntu", "v1[3-9].*", "alpine-v1[3-9].*", "ubuntu-v1[3-9].*"],
		entrypoint: ["/usr/bin/dumb-init", "/entrypoint"],
		cmd: ["run", "--user=gitlab-runner", "--working-directory=/home/gitlab-runner"],
		stopSignal: "SIGQUIT",
		distro: ubuntuOrAlpine,
		source: "gitlab.com/gitlab-org/gitlab-runner: dockerfiles/runner",
	},
	{
		images: ["sonarqube"],
		tags: [
			"latest",
			"community",
			"lts-community",
			"10-community",
			"10.[0-9]-community",
			"10.[0-9].[0-9]-community",
			"2[5-9].*-community",
		],
		entrypoint: ["/opt/sonarqube/docker/entrypoint.sh"],
		user: "sonarqube",
		stopSignal: "SIGINT",
		distro: "ubuntu",
		source: "github.com/SonarSource/docker-sonarqube: 10/community/Dockerfile",
	},

	// Docker and its tools
	{
		images: ["docker"],
		tags: ["*dind-rootless*"],
		entrypoint: ["dockerd-entrypoint.sh"],
		cmd: [],
		user: "rootless",
		distro: "alpine",
		source: "github.com/docker-library/docker: Dockerfile-dind-rootless.template",
	},
	{
		images: ["docker"],
		tags: [
			"dind",
			"*-dind",
			"dind-alpine*",
			"*-dind-alpine*",
			"latest",
			"2[4-9]",
			"2[4-9].[0-9]",
			"2[4-9].[0-9].[0-9]",
		],
		entrypoint: ["dockerd-entrypoint.sh"],
		cmd: [],
		distro: "alpine",
		source: dindSource,
	},
	{
		images: ["docker"],
		tags: [
			"cli",
			"*-cli",
			"cli-alpine*",
			"*-cli-alpine*",
			"1*-git",
			"20*-git",
			"19.03",
			"19.03.[0-9]",
			"19.03.[0-9][0-9]",
			"20.10.[0-9]",
			"20.10.1[0-9]",
		],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["sh"],
		distro: "alpine",
		source: dindSource,
	},
	{
		images: ["moby/buildkit"],
		tags: ["*rootless*"],
		entrypoint: ["rootlesskit", "buildkitd"],
		user: "1000:1000",
		distro: "alpine",
		source: "github.com/moby/buildkit: Dockerfile (rootless)",
	},
	{
		images: ["moby/buildkit"],
		tags: ["v0.[0-9].*", "v0.1[0-9].*", "v0.2[0-7].*"],
		entrypoint: ["buildkitd"],
		distro: ubuntuVariant,
		source: "github.com/moby/buildkit: Dockerfile (until v0.27)",
	},
	{
		images: ["moby/buildkit"],
		tags: ["latest", "buildx-stable-1", "master", "ubuntu", "buildx-stable-1-ubuntu", "v0.2[89].*", "v0.3[0-9].*"],
		entrypoint: ["/usr/bin/buildkitd-entrypoint"],
		distro: ubuntuVariant,
		source: "github.com/moby/buildkit: Dockerfile (since v0.28)",
	},
	{
		images: ["tonistiigi/binfmt"],
		entrypoint: ["/usr/bin/binfmt"],
		distro: "scratch",
		source: "github.com/tonistiigi/binfmt: Dockerfile",
	},
	{ images: ["tonistiigi/xx"], distro: "scratch", source: "github.com/tonistiigi/xx: Dockerfile" },
];
