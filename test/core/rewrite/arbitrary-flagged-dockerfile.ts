import fc from "fast-check";
import { arbitraryDockerfile } from "./arbitrary-dockerfile.ts";

/** What replaces the blank after a keyword. */
const FLAGS = [
	" --init ",
	" --init ",
	" --init ",
	" --init=pidone ",
	"  --init=tini\t\t",
	"\t--init=tini,-g ",
	" --init=dumb-init,-r,15:3  ",
	" --init=pidone,--kill-orphans=a,b*,-g ",
	" --init \t",
	" --init \\\n ",
	" --init -- ",
	" --init=none ",
	' --init="tini" ',
	" \\\n --init ",
	" --init --init ",
];

/** How many of them are valid. Those after them are refused, or need a command that is continued on the next line. */
const RIGHT = 9;

/** Separate instructions: the flag without a command. */
const BARE = [
	"ENTRYPOINT --init\n",
	"entrypoint  --init=tini \t\n",
	"\tENTRYPOINT --init=pidone,-g\n",
	"ENTRYPOINT --init \\\n",
	"CMD --init\n",
];

const COMMAND = /^([ \t]*(?:onbuild[ \t]+)?(?:entrypoint|cmd))[ \t]+(?=[^\r\n]*\S)/gim;

/** Most of them are valid. */
const choice = fc.oneof(
	{ weight: 8, arbitrary: fc.constant(undefined) },
	{ weight: 8, arbitrary: fc.constantFrom(...FLAGS.slice(0, RIGHT)) },
	{ weight: 1, arbitrary: fc.constantFrom(...FLAGS) },
);
const bare = fc.oneof(
	{ weight: 8, arbitrary: fc.constant(undefined) },
	{ weight: 2, arbitrary: fc.tuple(fc.constantFrom(...BARE, ...BARE.slice(0, 3)), fc.nat(30)) },
);

/** Dockerfiles of every shape in which some ENTRYPOINTs and CMDs have the flag; some of these flags are refused. */
export const arbitraryFlaggedDockerfile: fc.Arbitrary<string> = fc
	.tuple(arbitraryDockerfile, fc.array(choice, { minLength: 1, maxLength: 4 }), bare)
	.map(([source, choices, own]) => {
		let next = 0;
		const flagged = source.replace(COMMAND, (whole, head: string) => {
			const flag = choices[next++ % choices.length];
			return flag === undefined ? whole : head + flag;
		});
		return own === undefined ? flagged : withLine(flagged, own);
	});

function withLine(text: string, [line, place]: readonly [string, number]): string {
	const lines = text.split("\n");
	lines.splice(1 + (place % lines.length), 0, line.slice(0, -1));
	return lines.join("\n");
}
