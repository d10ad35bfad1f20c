import type { Init } from "./init.ts";

const PACKAGED = "/usr/bin/dumb-init";

/** Facts of dumb-init v1.2.5: github.com/Yelp/dumb-init releases, and the distributions' package indexes. */
export const dumbInit: Init = {
	name: "dumb-init",
	path: "/sbin/dumb-init",
	platforms: ["linux/amd64", "linux/arm64", "linux/ppc64le", "linux/s390x"],
	// Debian 9 has the package, but its packages have moved to Debian's archive, and its apt-get does not find them.
	firstReleases: { debian: 9, ubuntu: 18.04 },
	packages: {
		alpine: PACKAGED,
		debian: PACKAGED,
		ubuntu: PACKAGED,
		fedora: PACKAGED,
		centos: PACKAGED,
		rockylinux: PACKAGED,
		almalinux: PACKAGED,
		oraclelinux: PACKAGED,
		ubi: PACKAGED,
		"ubi-minimal": PACKAGED,
		wolfi: PACKAGED,
	},
	pip: { package: "dumb-init", path: "/usr/local/bin/dumb-init" },
	release: {
		url: "https://github.com/Yelp/dumb-init/releases/download/v1.2.5",
		downloads: {
			"linux/amd64": {
				asset: "dumb-init_1.2.5_x86_64",
				sha256: "e874b55f3279ca41415d290c512a7ba9d08f98041b28ae7c2acb19a545f1c4df",
			},
			"linux/arm64": {
				asset: "dumb-init_1.2.5_aarch64",
				sha256: "b7d648f97154a99c539b63c55979cd29f005f88430fb383007fe3458340b795e",
			},
			"linux/ppc64le": {
				asset: "dumb-init_1.2.5_ppc64le",
				sha256: "3d15e80e29f0f4fa1fc686b00613a2220bc37e83a35283d4b4cca1fbd0a5609f",
			},
			"linux/s390x": {
				asset: "dumb-init_1.2.5_s390x",
				sha256: "47e4601b152fc6dcb1891e66c30ecc62a2939fd7ffd1515a7c30f281cfec53b7",
			},
		},
		/*
		 * Each of these sums was found in two places; upstream's packages for ppc64el and s390x were found in none.
		 * amd64: the copies in dimara/keda and edegroot-nl/docker-xymon, which are the same. arm64: the copy in
		 * edegroot-nl/docker-xymon; its program has the sum of dumb-init_1.2.5_aarch64, its other files are those of the
		 * package for amd64, and it has no scripts.
		 */
		packageFiles: {
			deb: {
				path: PACKAGED,
				downloads: {
					"linux/amd64": {
						asset: "dumb-init_1.2.5_amd64.deb",
						sha256: "9e842e2480e1dee9f0cd482701ba89ee85b3d9c2ca249d38b6c0f49733b12f16",
					},
					"linux/arm64": {
						asset: "dumb-init_1.2.5_arm64.deb",
						sha256: "70477df782f06efee03fa2ba7046360a6140e2e32803d1eb1b05da6fcdedc3c2",
					},
				},
			},
		},
	},
};
