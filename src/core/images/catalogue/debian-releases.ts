/**
 * The releases of Debian in official images whose tags name none, as far as they are older than the package of tini.
 * Sources: github.com/docker-library/official-images: the last entry of each tag in the history of library/; where that
 * names no release, the FROM of its Dockerfile in github.com/docker-library/{python,ruby,golang} or
 * github.com/nodejs/docker-node.
 */

/** Tags that name a release, or another distribution. */
const named: Readonly<Record<string, string>> = {
	"*alpine*": "",
	"*trixie*": "13",
	"*bookworm*": "12",
	"*bullseye*": "11",
	"*buster*": "10",
	"*stretch*": "9",
	"*jessie*": "8",
	"*wheezy*": "7",
};

export const nodeReleases: Readonly<Record<string, string>> = {
	...named,
	"0.10.3[0-5]*": "",
	"0.11.1[34]*": "",
	"0*": "8",
	"[457]*": "8",
	"argon*": "8",
	"6.[0-9]": "8",
	"6.[0-9][.-]*": "8",
	"6.1[0-3]*": "8",
	"6.14.[0-3]*": "8",
	"6.14*-slim": "8",
	"6*": "9",
	"boron*": "9",
	"8.[0-9]": "8",
	"8.[0-9][.-]*": "8",
	"8.1[0-2]*": "8",
	"8*": "9",
	"carbon*": "9",
	"9*": "8",
	"10.[0-9]": "8",
	"10.[0-9][.-]*": "8",
	"10.1[0-2]*": "8",
	"10.13*-slim": "8",
	"10.14.0-slim": "8",
	"1[0-3]*": "9",
	"dubnium*": "9",
	"erbium*": "9",
	"14.[0-9]": "9",
	"14.[0-9][.-]*": "9",
	"14.1[0-8]*": "9",
	"14.19.[0-2]*": "9",
	"15*": "9",
};

export const pythonReleases: Readonly<Record<string, string>> = {
	...named,
	"2.7.[89]": "8",
	"2.7.[89]-*": "8",
	"2.7.1[0-4]*": "8",
	"2.7.15*": "9",
	"3.3.5*": "",
	"3.[23]": "8",
	"3.[23][.-]*": "8",
	"3.4.[01]*": "",
	"3.4.[2-7]": "8",
	"3.4.[2-7]-*": "8",
	"3.4": "9",
	"3.4[.-]*": "9",
	"3.5.[0-4]": "8",
	"3.5.[0-4]-*": "8",
	"3.5.[56]": "9",
	"3.5.[56]-*": "9",
	"3.6.[0-4]": "8",
	"3.6.[0-4]-*": "8",
	"3.6.[5-8]": "9",
	"3.6.[5-8]-*": "9",
	"3.7.[0-3]": "9",
	"3.7.[0-3]-*": "9",
};

export const rubyReleases: Readonly<Record<string, string>> = {
	...named,
	"1.9.3-p5[45][07]*": "7",
	"1*": "8",
	"2.[0-2]": "8",
	"2.[0-2][.-]*": "8",
	"2.3.[0-6]": "8",
	"2.3.[0-6]-*": "8",
	"2.3": "9",
	"2.3[.-]*": "9",
	"2.4.[0-3]": "8",
	"2.4.[0-3]-*": "8",
	"2.4.[45]": "9",
	"2.4.[45]-*": "9",
	"2.5.[0134]": "9",
	"2.5.[0134]-*": "9",
	"2.6.[0-2]": "9",
	"2.6.[0-2]-*": "9",
};

export const golangReleases: Readonly<Record<string, string>> = {
	...named,
	"1.2.[01]*": "7",
	"1.3.[0-2]*": "7",
	"1.[2-8]": "8",
	"1.[2-8][.-]*": "8",
	"1.9*": "9",
	"1.10*": "9",
	"1.11.[0-9]": "9",
	"1.11.1[01]": "9",
	"1.12.[0-6]": "9",
};

export const rustReleases: Readonly<Record<string, string>> = {
	...named,
	"1.[12][0-9]*": "9",
	"1.3[0-6]*": "9",
};
