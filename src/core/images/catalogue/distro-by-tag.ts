/** Which distribution a tag stands for, where a whole family of images follows the same naming. */

/** Docker Official Images that have a Debian default and an Alpine variant. */
export const debianOrAlpine = { "*alpine*": "alpine", "*": "debian" } as const;

/** Images that have an Ubuntu default and an Alpine variant. */
export const ubuntuOrAlpine = { "*alpine*": "alpine", "*": "ubuntu" } as const;

/** Names of releases in the tag, no statement for a tag without one. */
export const releaseNames = {
	"*alpine*": "alpine",
	"*slim-trixie*": "debian",
	"*slim-bookworm*": "debian",
	"*slim-bullseye*": "debian",
	"*slim-buster*": "debian",
	"*slim-stretch*": "debian",
	"*trixie*": "debian",
	"*bookworm*": "debian",
	"*bullseye*": "debian",
	"*buster*": "debian",
	"*stretch*": "debian",
	"*jessie*": "debian",
	"*resolute*": "ubuntu",
	"*noble*": "ubuntu",
	"*jammy*": "ubuntu",
	"*focal*": "ubuntu",
	"*bionic*": "ubuntu",
	"*xenial*": "ubuntu",
	"*trusty*": "ubuntu",
} as const;

/** eclipse-temurin and the images built on it: Ubuntu unless the tag says otherwise. */
export const temurin = { "*alpine*": "alpine", "*ubi*": "ubi-minimal", "*centos*": "centos", "*": "ubuntu" } as const;

/** nvidia/cuda and the images built on it. */
export const cuda = {
	"*ubuntu*": "ubuntu",
	"*rockylinux*": "rockylinux",
	"*ubi*": "ubi",
	"*centos*": "centos",
	"*oraclelinux*": "oraclelinux",
	"*amzn*": "amazonlinux",
	"*opensuse*": "opensuse",
} as const;

/** The releases of Debian in rocker/r-ver and what is built on it: apt-get no longer finds packages there. */
export const rockerReleases = {
	"3.1.*": "7",
	"3.[23].*": "8",
	"3.[45].*": "9",
	"3.6.[01]": "9",
	"3.6.[23]": "10",
} as const;

/** swift: Ubuntu unless the tag says otherwise. */
export const swift = {
	"*amazonlinux*": "amazonlinux",
	"*ubi*": "ubi",
	"*centos*": "centos",
	"*fedora*": "fedora",
	"*": "ubuntu",
} as const;

/** An Amazon Corretto variant of an image: Amazon Linux unless the tag says otherwise. */
export const corretto = { "*alpine*": "alpine", "*debian*": "debian", "*": "amazonlinux" } as const;
