import { describe, expect, it } from "vitest";
import { describeOptionMistake } from "../../../src/core/inits/check-init-options.ts";
import type { InitName } from "../../../src/core/inits/init.ts";

describe("options of an init", () => {
	it.each<[init: InitName, words: string[]]>([
		["pidone", []],
		["pidone", ["-g", "-v", "--setsid"]],
		["pidone", ["-ge143"]],
		["pidone", ["-r", "15:3", "--rewrite=TERM:QUIT"]],
		["pidone", ["--grace", "5", "--kill-after=0.5", "--delay=TERM=2"]],
		["pidone", ["--kill-orphans", "php-fpm*,nginx"]],
		["tini", ["-vvg", "-p", "SIGTERM", "-e143"]],
		["dumb-init", ["-c", "-r", "15:3", "--rewrite=1:0"]],
	])("%s takes %j", (init, words) => {
		expect(describeOptionMistake(init, words)).toBeUndefined();
	});

	it.each<[init: InitName, words: string[], mistake: string]>([
		[
			"pidone",
			["-Z"],
			"pidone has no option -Z: it has -g, -a, -s, -v, -w, -p, -e, -r, --setsid, --delay, --kill-after, --stop-signal, --grace, --kill-orphans",
		],
		["pidone", ["-gZ"], "pidone has no option -Z: it has"],
		["pidone", ["--gruop"], "pidone has no option --gruop: it has"],
		["pidone", ["-r=15:3"], '-r of pidone does not accept "=15:3": it needs two signals, such as TERM:QUIT or 15:3'],
		["pidone", ["-e", "256"], '-e of pidone does not accept "256": it needs an exit status from 0 to 255'],
		["pidone", ["-p", "SIGFOO"], '-p of pidone does not accept "SIGFOO": it needs a signal, such as TERM or 15'],
		["pidone", ["--grace=5s"], '--grace of pidone does not accept "5s": it needs seconds, such as 10 or 0.5'],
		["pidone", ["--delay=5"], '--delay of pidone does not accept "5": it needs a signal and seconds, such as TERM=5'],
		["pidone", ["-e"], "-e of pidone requires a value: an exit status from 0 to 255"],
		["pidone", ["-ge"], "-ge of pidone requires a value: an exit status from 0 to 255"],
		["pidone", ["--group=1"], "--group of pidone has no value"],
		["pidone", ["--help"], "-h of pidone prints something and exits: the container would not run anything"],
		["pidone", ["-gV"], "-V of pidone prints something and exits"],
		["tini", ["-l"], "-l of tini prints something and exits"],
		["tini", ["--version"], "--version of tini prints something and exits"],
		["tini", ["-p", "15"], '-p of tini does not accept "15": it needs the name of a signal, such as SIGTERM'],
		["tini", ["-p", "TERM"], '-p of tini does not accept "TERM": it needs the name of a signal, such as SIGTERM'],
		["tini", ["--kill-orphans", "a"], '"a" is not an option of tini: options begin with -'],
		["tini", ["-r15:3"], "tini has no option -r: it has -g, -s, -v, -w, -p, -e"],
		[
			"dumb-init",
			["-r", "TERM:QUIT"],
			'-r of dumb-init does not accept "TERM:QUIT": it needs two numbers of signals up to 31, such as 15:3',
		],
		["dumb-init", ["-r", "32:1"], '-r of dumb-init does not accept "32:1"'],
		["dumb-init", ["-g"], "dumb-init has no option -g: it has -c, -v, -r"],
		["pidone", ["g"], '"g" is not an option of pidone: options begin with -'],
		["pidone", ["-e 143"], '-e of pidone does not accept " 143"'],
		["pidone", ["--"], '"--" ends the options of pidone: omit it'],
		["dumb-init", ["-v", "-"], '"-" ends the options of dumb-init: omit it'],
		["pidone", ["-g", ""], '"" is not an option of pidone: options begin with -'],
		["pidone", ["--grace", ""], '--grace of pidone does not accept "": it needs seconds, such as 10 or 0.5'],
		["tini", ["-e", ""], '-e of tini does not accept "": it needs an exit status from 0 to 255'],
		...["", ",", "a,,b", "a,"].map((names): [InitName, string[], string] => [
			"pidone",
			["--kill-orphans", names],
			`--kill-orphans of pidone does not accept "${names}": it needs names of programs, such as nginx,php-fpm*`,
		]),
	])("%s does not take %j", (init, words, mistake) => {
		expect(describeOptionMistake(init, words)).toContain(mistake);
	});
});
