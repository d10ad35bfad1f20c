/**
 * Older releases of other Docker Official Images. These rows stand after those of the images.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine, swift } from "./distro-by-tag.ts";
import { rowsFor } from "./rows-for.ts";

export const olderReleases: readonly CatalogueEntry[] = [
	...rowsFor(
		"node",
		{
			distro: debianOrAlpine,
			source: "github.com/nodejs/docker-node: Dockerfile-debian.template, Dockerfile-alpine.template",
		},
		[
			{
				cmd: ["node"],
				tags: `
				0-* 10.15* 11.1 11.1-* 11.[023456789]* 12.* 8.15* chakracore* jessie wheezy`,
			},
			{ entrypoint: ["docker-entrypoint.sh"], cmd: ["node"], tags: "11 11-* 11.15*" },
		],
	),
	...rowsFor("golang", { distro: "debian", source: "github.com/docker-library/golang: Dockerfile-linux.template" }, [
		{ cmd: "varies", tags: "1.* cross jessie wheezy" },
	]),
	...rowsFor(
		"nginx",
		{
			distro: debianOrAlpine,
			source: "github.com/nginxinc/docker-nginx: Dockerfile-debian.template, Dockerfile-alpine.template",
		},
		[
			{ cmd: ["nginx", "-g", "daemon off;"], tags: "1.12.[12]* 1.13.[12356789]* 1.1[01]* 1.1[23] 1.1[23]-* 1.[7-9]*" },
			{ entrypoint: ["/docker-entrypoint.sh"], cmd: ["nginx", "-g", "daemon off;"], tags: "1.19.[0-4]*" },
			{ cmd: ["nginx", "-g", "daemon off;"], stopSignal: "SIGQUIT", tags: "1.1[23].0*" },
			{
				entrypoint: ["/docker-entrypoint.sh"],
				cmd: ["nginx", "-g", "daemon off;"],
				stopSignal: "SIGQUIT",
				tags: "1.19.5*",
			},
		],
	),
	...rowsFor("httpd", { distro: debianOrAlpine, source: "github.com/docker-library/httpd: 2.4/Dockerfile" }, [
		{ cmd: ["httpd-foreground"], tags: "2.2* 2.4.1[02678] 2.4.20 2.4.2[35789]* 2.4.3[2345789]*" },
		{ cmd: ["httpd-foreground"], stopSignal: "SIGWINCH", tags: "2.4.41* buster" },
	]),
	...rowsFor("buildpack-deps", { source: "github.com/docker-library/buildpack-deps: Dockerfile.template" }, [
		{
			cmd: "varies",
			distro: "ubuntu",
			tags: `
				19.* 1[78].10* 2[024].10* 2[135].* artful* cosmic* disco* eoan* groovy* hirsute* impish* kinetic*
				lunar* mantic* precise* vivid* wily* yakkety* zesty*`,
		},
		{ cmd: "varies", distro: "debian", tags: "jessie* oldoldstable* squeeze* wheezy*" },
	]),
	...rowsFor(
		"debian",
		{ distro: "debian", source: "github.com/debuerreotype/docker-debian-artifacts: Dockerfile (CMD)" },
		[{ cmd: "varies", tags: "8.* 9.0 [67]* jessie-* squeeze wheezy*" }],
	),
	...rowsFor("amazoncorretto", { distro: "amazonlinux", source: "github.com/corretto/corretto-docker: */Dockerfile" }, [
		{ cmd: ["/bin/bash"], tags: "1[156789].0.* 26.0.0 2[015].0.* 2[2-4]-* 8u*" },
	]),
	...rowsFor("swift", { distro: swift, source: "github.com/swiftlang/swift-docker: Dockerfile" }, [
		{
			cmd: "varies",
			tags: `
				5.* [34]* amazonlinux2* bionic* centos* fedora39 mantic rhel-ubi9* xenial*`,
		},
	]),
	...rowsFor("mono", { distro: "debian", source: "github.com/mono/docker: Dockerfile" }, [
		{ cmd: "varies", tags: "[3-5]* latest-slim" },
	]),
	...rowsFor(
		"docker",
		{ distro: "alpine", source: "github.com/docker-library/docker: Dockerfile-cli.template, Dockerfile-dind.template" },
		[
			{ entrypoint: ["docker-entrypoint.sh"], cmd: ["sh"], tags: "1* 20* edge stable test" },
			{ entrypoint: ["dockerd-entrypoint.sh"], tags: "23* 2[45].0.* 2[6-9].*" },
		],
	),
	...rowsFor("ghost", { distro: debianOrAlpine, source: "github.com/docker-library/ghost: */Dockerfile" }, [
		{ entrypoint: ["docker-entrypoint.sh"], cmd: ["node", "current/index.js"], tags: "[12]*" },
		{ entrypoint: ["/entrypoint.sh"], cmd: ["npm", "start"], tags: "0.*.0 0.10* 0.11.[1-5] 0.[5-7]* 0.[89]" },
		{ entrypoint: ["docker-entrypoint.sh"], cmd: ["npm", "start"], tags: "0 0*-alpine 0.*11 0.11.1[0234] 0.11.[7-9]" },
	]),
	...rowsFor("haproxy", { distro: debianOrAlpine, source: "github.com/docker-library/haproxy: Dockerfile.template" }, [
		{
			entrypoint: ["docker-entrypoint.sh"],
			cmd: ["haproxy", "-f", "/usr/local/etc/haproxy/haproxy.cfg"],
			stopSignal: "SIGUSR1",
			tags: `
				1.7.1[2-4]* 1.8.2[7-9]* 1.8.3[01]* 1.[78] 1.[78]-alpine* 2.*-bullseye 2.*.19 2.*.19-alpine
				2.*.2[0-9] 2.*.2[0-9]-alpine 2.*.3[0-3] 2.*.3[0-3]-alpine 2.*3.1[4-7] 2.0.3[45]* 2.1.1[0-2]* 2.2*.18
				2.2.18-alpine 2.2.1[0-7]* 2.2.34 2.2.[6-9]* 2.3.1[0238]* 2.3.1[4-7]-alpine 2.3.[2-9]* 2.[0-3]
				2.[0-3]-alpine [12].*-buster`,
		},
		{
			entrypoint: ["/docker-entrypoint.sh"],
			cmd: ["haproxy", "-f", "/usr/local/etc/haproxy/haproxy.cfg"],
			stopSignal: "SIGUSR1",
			tags: `
				1 1-alpine 1.*.19 1.*.1[59]-alpine 1.6.14* 1.7.11* 1.8.1[34678]* 1.8.2[0-6]* 1.9* 1.[56]
				1.[56]-alpine 1.[68].15 2.*.[01] 2.*.[01]-alpine 2.0.1[0-8]* 2.0.[4-9]* 2.1.[2345789]* 2.2.[45]*
				2.[02].[23] 2.[02].[23]-alpine`,
		},
		{
			entrypoint: ["/docker-entrypoint.sh"],
			cmd: ["haproxy", "-f", "/usr/local/etc/haproxy/haproxy.cfg"],
			tags: `
				1.4 1.4*-alpine 1.4.27 1.5.1[6-8]* 1.6.1[0-3]* 1.6.[4-9]* 1.7*0 1.7*0-alpine 1.7.1 1.7.1-alpine
				1.7.[2-9]* 1.8.12* 1.8.[045789]* 1.8.[1-3] 1.8.[1-3]-alpine`,
		},
		{ cmd: ["haproxy", "-f", "/usr/local/etc/haproxy/haproxy.cfg"], tags: "1.4.2[56] 1.5.1[0-5] 1.5.9 1.6.[1-3]" },
		{
			entrypoint: ["docker-entrypoint.sh"],
			cmd: ["haproxy", "-f", "/usr/local/etc/haproxy/haproxy.cfg"],
			user: "haproxy",
			stopSignal: "SIGUSR1",
			tags: "bookworm bullseye buster",
		},
	]),
];
