import type { Init } from "./init.ts";

/** Facts of tini v0.19.0: github.com/krallin/tini releases, and the distributions' package indexes. */
export const tini: Init = {
	name: "tini",
	path: "/sbin/tini",
	groupOption: "-g",
	platforms: [
		"linux/amd64",
		"linux/arm64",
		"linux/arm/v7",
		"linux/arm/v6",
		"linux/arm/v5",
		"linux/386",
		"linux/ppc64le",
		"linux/s390x",
		"linux/riscv64",
		"linux/mips64le",
	],
	firstReleases: { debian: 10, ubuntu: 20.04 },
	packages: {
		alpine: "/sbin/tini",
		debian: "/usr/bin/tini",
		ubuntu: "/usr/bin/tini",
		fedora: "/usr/bin/tini",
		centos: "/usr/bin/tini",
		rockylinux: "/usr/bin/tini",
		almalinux: "/usr/bin/tini",
		oraclelinux: "/usr/bin/tini",
		ubi: "/usr/bin/tini",
		"ubi-minimal": "/usr/bin/tini",
		wolfi: "/usr/bin/tini",
		azurelinux: "/usr/bin/tini",
	},
	release: {
		url: "https://github.com/krallin/tini/releases/download/v0.19.0",
		downloads: {
			"linux/amd64": {
				asset: "tini-static-amd64",
				sha256: "c5b0666b4cb676901f90dfcb37106783c5fe2077b04590973b885950611b30ee",
			},
			"linux/arm64": {
				asset: "tini-static-arm64",
				sha256: "eae1d3aa50c48fb23b8cbdf4e369d0910dfc538566bfd09df89a774aa84a48b9",
			},
			"linux/arm/v7": {
				asset: "tini-armhf",
				sha256: "5a9b35f09ad2fb5d08f11ceb84407803a1deff96cbdc0d1222f9f8323f3f8ad4",
				needsGlibc: true,
			},
			"linux/ppc64le": {
				asset: "tini-ppc64le",
				sha256: "3f658420974768e40810001a038c29d003728c5fe86da211cff5059e48cfdfde",
				needsGlibc: true,
			},
			"linux/s390x": {
				asset: "tini-s390x",
				sha256: "931b70a182af879ca249ae9de87ef68423121b38d235c78997fafc680ceab32d",
				needsGlibc: true,
			},
		},
		/*
		 * Each of these sums was found in two places; upstream's packages for other platforms were found in none.
		 * .deb: guymers' Bazel workspaces, and the copy in metno/kvalobs (docker/), whose programs have the sums of
		 * tini-amd64 and tini-static-amd64. .rpm: the copy in cziesman/ocp4-jenkins; its programs, stripped once more, have
		 * the same segments as those of the .deb, and it has no scripts.
		 */
		packageFiles: {
			deb: {
				path: "/usr/bin/tini",
				downloads: {
					"linux/amd64": {
						asset: "tini_0.19.0-amd64.deb",
						sha256: "c52945a4fc24d3680253beb2b29bbb8fe62712817f4109e8fcd347fe611fd41c",
					},
				},
			},
			rpm: {
				path: "/usr/bin/tini",
				downloads: {
					"linux/amd64": {
						asset: "tini_0.19.0.rpm",
						sha256: "2dd4135c6a8136da949c3315bdb10ba2b60a3ffcae51cb6a2d3de128fe0159a1",
					},
				},
			},
		},
	},
};
