/**
 * Older releases of Java and of what is built on it. An image that is not built any more keeps what its Dockerfile
 * and the base of that day declared. These rows stand after those of the images.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine, releaseNames, temurin } from "./distro-by-tag.ts";
import { rowsFor } from "./rows-for.ts";

export const olderJava: readonly CatalogueEntry[] = [
	...rowsFor("java", { distro: debianOrAlpine, source: "github.com/docker-library/openjdk: Dockerfile.template" }, [
		{
			cmd: "varies",
			tags: `
				7u1[01]1 7u7[19] 7u[6-9]5 8u102 8u111 8u4[05] 8u66 8u72 [69]* [78] [78]*-jdk [78]*-jre [78]u91 jdk
				jre latest openjdk*[69] openjdk-*-jdk openjdk-*-jre openjdk-*u111 openjdk-*u91 openjdk-7u101
				openjdk-7u71 openjdk-7u[6-9]5 openjdk-8u102 openjdk-8u4[05] openjdk-8u72 openjdk-[78]`,
		},
		{ cmd: ["/bin/sh"], tags: "[78]*-alpine alpine jdk-alpine jre-alpine openjdk-*-alpine" },
	]),
	...rowsFor(
		"openjdk",
		{ distro: releaseNames, source: "github.com/docker-library/openjdk: Dockerfile-linux.template" },
		[
			{
				cmd: "varies",
				tags: `
				10*-jre 10*-jre-sid 10*-jre-slim 10*-jre-slim-sid 6* 7u*-jessie 7u1[123578]1 7u2[12]1 8u102
				8u1[1-4]1 9*-jre 9*-jre-sid 9*-jre-slim 9*-jre-slim-sid [78]u*-jdk [78]u*-jre [78]u*-slim jre
				jre-sid jre-slim* jre-stretch`,
			},
			{
				cmd: ["jshell"],
				tags: `
				10 10*-jdk-sid 10*-jdk-slim-sid 10*0 10*0-sid 10-sid 10-slim* 10.0*-jdk 10.0*-jdk-slim 10.0-slim*
				10.0.1-10-slim* 10.0.2-13 10.0.2-13-sid 10.0.2-13-slim* 10.0.[12] 10.0.[12]-sid 10.0.[12]-slim* 9
				9*-jdk-sid 9*-jdk-slim-sid 9-sid 9-slim* 9.0 9.0*-jdk 9.0*-jdk-slim 9.0*1 9.0*1-sid 9.0-sid
				9.0-slim* 9.0.1-11-slim* 9.0.4 9.0.4-12 9.0.4-12-sid 9.0.4-12-slim* 9.0.4-sid 9.0.[14]-slim*
				oraclelinux* sid stretch`,
			},
			{ cmd: ["/bin/sh"], tags: "7u*-alpine3.[79] 7u181*-alpine3.8 [78]u*-alpine alpine3.* jre-alpine*" },
		],
	),
	...rowsFor(
		"adoptopenjdk",
		{ distro: releaseNames, source: "github.com/AdoptOpenJDK/openjdk-docker: */*/*/Dockerfile.*" },
		[
			{
				cmd: "varies",
				tags: `
				11*-jre-hotspot-bionic 11*-jre-hotspot-focal 11-jre 11-jre-openj9-bionic 11-jre-openj9-focal
				11.0.10_9-jre-openj9-0.24.0* 11.0.11_9-jre-openj9-0.26.0* 11.0.2_9-*-openj9-0.12.1
				11.0.2_9-jdk-hotspot 11.0.2_9-jdk-openj9-0.12.1-slim 11.0.3_7-jre-openj9-0.14.*
				11.0.4_11-jre-openj9-0.15.1* 11.0.5_10-jre-openj9-0.17.0* 11.0.6_10-jre-openj9-0.18.1*
				11.0.7_10-jre-openj9-0.20.0* 11.0.8_10-jre-openj9-0.21.0* 11.0.9_11-jre-openj9-0.23.0*
				12-jre-*-bionic 12.0.1_12-jre-* 12.0.2_10-jre-* 12_33-*-openj9-0.13.0 12_33-jdk-hotspot
				12_33-jdk-openj9-0.13.0-slim 13-jre-* 14.0.1_7-jre-* 14.0.2_12-jre-* 14_36-jre-hotspot*
				14_36.1-jre-openj9-0.19.0* 15.0.2_7-jre-* 1[12]*-jdk-hotspot-slim 1[12]*-jre-hotspot
				1[12]-jdk-openj9-slim 1[12]-jre-openj9 1[34].0.2_8-jre-* 1[356].0.1_9-jre-* 1[4-6]-jre*
				1[56]_36-jre-* 8 8*-hotspot 8*-openj9 8-*-bionic 8-*-focal 8-jdk 8-jdk-hotspot-slim
				8-jdk-openj9-slim 8-jre hotspot*-jdk hotspot*-jre hotspot-*-jdk-slim hotspot-1[12]
				hotspot-1[12]-slim hotspot-8 hotspot-8-slim hotspot-slim jdk-11.0.2.9 jdk-11.0.2.9-slim
				jdk-11.0.2.9_openj9-0.12.1 jdk-11.0.2.9_openj9-0.12.1-slim jdk-12.33 jdk-12.33-slim
				jdk-12.33_openj9-0.13.0 jdk-12.33_openj9-0.13.0-slim jre-11.0.2.9 jre-11.0.2.9_openj9-0.12.1
				jre-12.33 jre-12.33_openj9-0.13.0 openj9-*-jdk-slim openj9-*jdk openj9-*jre openj9-1[12]
				openj9-1[12]-slim openj9-8 openj9-8-slim openj9-slim`,
			},
			{
				cmd: ["jshell"],
				tags: `
				11*-jdk-hotspot-bionic 11*-jdk-hotspot-focal 11-jdk 11-jdk-openj9-bionic 11-jdk-openj9-focal
				11.0.*1-jdk-hotspot 11.0.*_10-jdk-hotspot 11.0.1[01]_9-jdk-* 11.0.3_7-jdk-*
				11.0.4_11-jdk-openj9-0.15.1* 11.0.5_10-jdk-openj9-0.17.0* 11.0.6_10-jdk-openj9-0.18.1*
				11.0.7_10-jdk-openj9-0.20.0* 11.0.8_10-jdk-openj9-0.21.0* 11.0.9_11-jdk-openj9-0.23.0*
				12-jdk-*-bionic 12.0.1_12-jdk-* 12.0.2_10-jdk-* 13-jdk-* 14.0.1_7-jdk-* 14.0.2_12-jdk-*
				14_36-jdk-hotspot* 14_36.1-jdk-openj9-0.19.0* 15.0.2_7-jdk-* 1[1-6]-hotspot* 1[1-6]-openj9*
				1[12]-jdk-hotspot 1[12]-jdk-openj9 1[1456] 1[34].0.2_8-jdk-* 1[356].0.1_9-jdk-* 1[4-6]-jdk*
				1[56]_36-jdk-* hotspot hotspot-bionic hotspot-focal jdk latest openj9 openj9-bionic openj9-focal`,
			},
			{
				cmd: ["/bin/sh"],
				tags: `
				1[12]*-alpine 1[12]*-alpine-slim 8-*-alpine 8-jdk-*-alpine-slim hotspot*-alpine-slim
				hotspot-*-alpine jdk-*-alpine jdk-*-alpine-slim jre-*-alpine openj9-*-alpine openj9-*alpine-slim`,
			},
		],
	),
	...rowsFor(
		"ibm-semeru-runtimes",
		{ distro: releaseNames, source: "github.com/ibmruntimes/semeru-containers: */*/*/Dockerfile.*" },
		[
			{
				cmd: "varies",
				tags: `
				open-*-jre open-*-jre-centos7 open-*-jre-focal open-*-jre-jammy open-17-jdk-centos7
				open-17.0.10_7-jdk* open-17.0.11_9-jdk* open-17.0.12* open-17.0.9_9-jdk* open-23_37-jdk* open-2[12]*
				open-8-jdk-centos7`,
			},
			{
				cmd: ["jshell"],
				tags: `
				open-11.0.*-jdk open-11.0.*-jdk-focal open-11.0.*-jdk-jammy open-17.0.1_12-jdk* open-17.0.6_10-jdk*
				open-17.0.[245]_8-jdk* open-17.0.[378]_7-jdk* open-17.0.[48].1_1-jdk* open-18*-jdk
				open-18*-jdk-focal open-18*-jdk-jammy open-1[18]*-jdk-centos7 open-1[69]-jdk* open-1[69].0.2_7-jdk*
				open-20-jdk* open-20.0.[12]_9-jdk*`,
			},
		],
	),
	...rowsFor("eclipse-temurin", { distro: temurin, source: "github.com/adoptium/containers: docker_templates" }, [
		{
			cmd: "varies",
			tags: `
				19*-jre-ubi9-minimal 1[17].0.*-jre 1[17].0.*-jre-centos7 1[17].0.*-jre-focal 1[17].0.*-jre-jammy
				1[17].0.*-jre-ubi9-minimal 1[89]*-jre 1[89]*-jre-centos7 1[89]*-jre-focal 1[89]*-jre-jammy
				20.0.1_9-jre-jammy 20.0.1_9-jre-ubi9-minimal 20_36-jre 20_36-jre-jammy 20_36-jre-ubi9-minimal`,
		},
		{
			cmd: ["jshell"],
			tags: `
				11.0.14.1_1-jdk-* 11.0.16.1_1-jdk* 11.0.19_7-jdk* 16* 17.0.4.1_1-jdk* 17.0.7_7-jdk* 17_35-jdk*
				19-ubi9-minimal 1[89] 1[89]-alpine 1[89]-centos7 1[89]-focal 1[89]-jammy 20.0.1_9-jdk-* 20_36-jdk*`,
		},
		{
			cmd: ["/bin/sh"],
			tags: `
				1[17].0.*-jre-alpine 1[89]*-jre-alpine 20.0.1_9-jre-alpine 20_36-jre-alpine`,
		},
		{
			entrypoint: ["/__cacert_entrypoint.sh"],
			cmd: ["jshell"],
			tags: `
				20 20-alpine 20-jammy 20-jdk* 20-ubi9-minimal 20.0.2_9-jdk* latest-alpine`,
		},
		{ entrypoint: ["/__cacert_entrypoint.sh"], tags: "20-jre* 20.0.2_9-jre*" },
	]),
	...rowsFor("gradle", { distro: releaseNames, source: "github.com/keeganwitt/docker-gradle: Dockerfile" }, [
		{ cmd: ["gradle"], user: "gradle", tags: "5.*-alpine 5.4.0* 5.[0-3]* [34].* jre10* jre9" },
		{
			cmd: ["gradle"],
			tags: `
				5.4 5.4-* 5.4.1* 5.[56]* 6.[0-8]* 7.6.[01]* 8.2.0* 8.[01]* hotspot jre jre-* jre1[1456]* jre1[23]
				jre8* openj9 slim`,
		},
		{
			entrypoint: ["/__cacert_entrypoint.sh"],
			cmd: ["gradle"],
			tags: "6-* 6.9* 7.6.[23]* 8.2 8.2-* 8.2.1* 8.3* focal",
		},
	]),
	...rowsFor(
		"clojure",
		{
			distro: releaseNames,
			source: "github.com/Quantisan/docker-clojure: target/debian-bookworm-25/latest/Dockerfile",
		},
		[
			{
				entrypoint: ["entrypoint"],
				cmd: ["-M", "--repl"],
				tags: `
				openjdk-18-tools-deps-alpine openjdk-19-slim-bullseye openjdk-19-tools-deps* openjdk-1[7-9]
				openjdk-1[7-9]-bullseye openjdk-1[78]-buster openjdk-1[78]-slim-* openjdk-1[78]-tools-deps
				openjdk-1[78]-tools-deps-1.10.3.1058* openjdk-1[78]-tools-deps-1.10.3.1069*
				openjdk-1[78]-tools-deps-1.10.3.1075* openjdk-1[78]-tools-deps-1.10.3.1087*
				openjdk-1[78]-tools-deps-1.10.3.10[24]0* openjdk-1[78]-tools-deps-1.11.*
				openjdk-1[78]-tools-deps-bullseye openjdk-1[78]-tools-deps-buster openjdk-1[78]-tools-deps-slim-*
				openjdk-1[89]-alpine temurin-17-tools-deps-* temurin-19-bullseye* temurin-1[7-9]-focal
				temurin-1[89]-alpine temurin-1[89]-jammy temurin-1[89]-tools-deps* temurin-21-tools-deps-1.*
				temurin-24-trixie* temurin-25-tools-deps-1.12.* temurin-2[0234]-alpine temurin-2[0234]-bullseye*
				temurin-2[0234]-tools-deps* temurin-2[02]-jammy temurin-2[2-4]-bookworm* temurin-2[2-4]-noble
				tools-deps-1.10.3.1020 tools-deps-1.10.3.1020-*buster tools-deps-1.10.3.1020-bullseye
				tools-deps-1.10.3.1040* tools-deps-1.10.3.1058* tools-deps-1.10.3.1069* tools-deps-1.10.3.1075*
				tools-deps-1.10.3.1087* tools-deps-1.1[12].* tools-deps-alpine tools-deps-buster tools-deps-focal
				tools-deps-jammy tools-deps-slim-buster`,
			},
			{
				cmd: ["sh", "-c", "sleep 1 && exec clj"],
				tags: `
				openjdk-*-tools-deps-1.10.3.814 openjdk-*-tools-deps-1.10.3.814-buster
				openjdk-*-tools-deps-1.10.3.814-slim-buster openjdk-*-tools-deps-1.10.3.822
				openjdk-*-tools-deps-1.10.3.822-buster openjdk-*-tools-deps-1.10.3.822-slim-buster
				openjdk-*-tools-deps-1.10.3.839-buster openjdk-*-tools-deps-1.10.3.839-slim-buster
				openjdk-*-tools-deps-1.10.3.83[39] openjdk-*-tools-deps-1.10.3.855
				openjdk-*-tools-deps-1.10.3.855-buster openjdk-*-tools-deps-1.10.3.855-slim-buster
				openjdk-*-tools-deps-1.10.3.943-buster openjdk-*-tools-deps-1.10.3.943-slim-buster
				openjdk-*-tools-deps-1.10.3.9[34]3 openjdk-*-tools-deps-1.10.3.[89]33-buster
				openjdk-*-tools-deps-1.10.3.[89]33-slim-buster openjdk-11-tools-deps-1.10.[0-2].*
				openjdk-11-tools-deps-1.9.0.397 openjdk-13-tools-deps-1.10.1.* openjdk-17-tools-deps*-alpine
				openjdk-17-tools-deps-1.10.2.* openjdk-1[178]-tools-deps-1.10.3.967*
				openjdk-1[178]-tools-deps-1.10.3.986* openjdk-1[178]-tools-deps-1.10.3.998*
				openjdk-1[4-6]-tools-deps* openjdk-8-tools-deps-1.10.3.967* openjdk-8-tools-deps-1.10.3.986*
				openjdk-8-tools-deps-1.10.3.998* openjdk-8-tools-deps-1.10.[0-2].* openjdk-8-tools-deps-1.9.0.397*
				openjdk-8-tools-deps-alpine tools-deps-1.10.3.1020-slim-bullseye tools-deps-1.10.3.814*
				tools-deps-1.10.3.822* tools-deps-1.10.3.83[39]* tools-deps-1.10.3.855* tools-deps-1.10.3.967*
				tools-deps-1.10.3.986* tools-deps-1.10.3.998* tools-deps-1.10.3.9[34]3* tools-deps-1.10.[0-2].*
				tools-deps-1.9.0.397* tools-deps-slim-bullseye`,
			},
			{
				cmd: ["clj"],
				tags: `
				openjdk-11 openjdk-11-bullseye openjdk-11-buster openjdk-11-slim-* openjdk-11-tools-deps
				openjdk-11-tools-deps-1.10.3.1058* openjdk-11-tools-deps-1.10.3.1069*
				openjdk-11-tools-deps-1.10.3.1075* openjdk-11-tools-deps-1.10.3.1087*
				openjdk-11-tools-deps-1.10.3.10[24]0* openjdk-11-tools-deps-1.11.* openjdk-11-tools-deps-bullseye
				openjdk-11-tools-deps-buster openjdk-11-tools-deps-slim-* openjdk-8 openjdk-8-bullseye
				openjdk-8-buster openjdk-8-slim-* openjdk-8-tools-deps openjdk-8-tools-deps-1.10.3.1058*
				openjdk-8-tools-deps-1.10.3.1069* openjdk-8-tools-deps-1.10.3.1075*
				openjdk-8-tools-deps-1.10.3.1087* openjdk-8-tools-deps-1.10.3.10[24]0* openjdk-8-tools-deps-1.11.*
				openjdk-8-tools-deps-bullseye openjdk-8-tools-deps-buster openjdk-8-tools-deps-slim-*
				temurin-11-tools-deps-1.*-bookworm temurin-11-tools-deps-1.*-bullseye temurin-11-tools-deps-1.*-slim
				temurin-11-tools-deps-1.11.1.1149* temurin-11-tools-deps-1.11.1.118[29]*
				temurin-11-tools-deps-1.11.1.11[56]5* temurin-11-tools-deps-1.11.1.120[08]*
				temurin-11-tools-deps-1.11.1.1224* temurin-11-tools-deps-1.11.1.1252*
				temurin-11-tools-deps-1.11.1.1273* temurin-11-tools-deps-1.11.1.12[356]7*
				temurin-11-tools-deps-1.11.1.1323* temurin-11-tools-deps-1.12.*-trixie
				temurin-8-tools-deps-1.*-bookworm temurin-8-tools-deps-1.*-bullseye temurin-8-tools-deps-1.*-slim
				temurin-8-tools-deps-1.11.1.1182* temurin-8-tools-deps-1.11.1.11[48]9*
				temurin-8-tools-deps-1.11.1.11[56]5* temurin-8-tools-deps-1.11.1.120[08]*
				temurin-8-tools-deps-1.11.1.1224* temurin-8-tools-deps-1.11.1.1252*
				temurin-8-tools-deps-1.11.1.1273* temurin-8-tools-deps-1.11.1.12[356]7*
				temurin-8-tools-deps-1.11.1.1323* temurin-8-tools-deps-1.12.*-trixie`,
			},
			{
				entrypoint: ["entrypoint"],
				cmd: ["repl"],
				tags: `
				boot boot*-buster boot-*bullseye boot-2.8.3* boot-alpine boot-focal boot-jammy bullseye lein-2.10.0*
				lein-2.11.* lein-2.9.10* lein-2.9.8* lein-alpine lein-buster lein-focal lein-jammy lein-slim-*
				openjdk-17-boot openjdk-17-boot-*bullseye openjdk-17-boot-*buster openjdk-17-boot-2.8.3
				openjdk-18-lein-alpine openjdk-19-lein* openjdk-1[78]-lein openjdk-1[78]-lein-2.9.8*
				openjdk-1[78]-lein-bullseye openjdk-1[78]-lein-buster openjdk-1[78]-lein-slim-* openjdk-1[89]-boot*
				slim-* temurin-17-lein-* temurin-1[7-9]-boot* temurin-1[89]-lein* temurin-21-lein-2.*
				temurin-2[0234]-lein*`,
			},
			{
				cmd: ["lein", "repl"],
				tags: `
				alpine lein-2.8.[13]* lein-2.9.1 lein-2.9.1-* lein-2.9.[023567]* openjdk-13-lein-2.9.1*
				openjdk-16-bullseye openjdk-16-slim-* openjdk-17-lein-2.9.[5-7]* openjdk-17-lein-alpine
				openjdk-18-lein-2.9.[67]* openjdk-1[1456]-lein* openjdk-1[4-6] openjdk-1[4-6]-buster
				openjdk-1[45]-slim-buster openjdk-1[5-7]-alpine openjdk-8-lein* temurin-11-lein-2.*-bookworm
				temurin-11-lein-2.*-bullseye temurin-11-lein-2.*-slim temurin-11-lein-2.11.2-trixie
				temurin-11-lein-2.9.* temurin-8-lein-2.*-bookworm temurin-8-lein-2.*-bullseye
				temurin-8-lein-2.*-slim temurin-8-lein-2.11.2-trixie temurin-8-lein-2.9.*`,
			},
		],
	),
	...rowsFor("tomcat", { distro: releaseNames, source: "github.com/docker-library/tomcat: Dockerfile.template" }, [
		{
			cmd: ["catalina.sh", "run"],
			tags: `
				10.1.* 6 6*8 6-jre7 6.0 6.0-jre7 6.0.48-jre7 6.0.4[3457]* 6.0.5[13]* 9.0.* alpine slim`,
		},
	]),
];
