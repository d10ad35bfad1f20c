import { describe, expect, it } from "vitest";
import { readInitRequest } from "../../../src/core/inits/request.ts";

describe("readInitRequest", () => {
	it.each<[string | undefined, string | undefined, string[]]>([
		[undefined, undefined, []],
		["tini", "tini", []],
		["pidone,-g", "pidone", ["-g"]],
		["tini,-vvg,-e,143", "tini", ["-vvg", "-e", "143"]],
		["dumb-init,-r,15:3", "dumb-init", ["-r", "15:3"]],
		["dumb-init,--rewrite=15:3,--single-child", "dumb-init", ["--rewrite=15:3", "--single-child"]],
		[
			"pidone,--group,--warn,--verbose,--subreaper,--setsid",
			"pidone",
			["--group", "--warn", "--verbose", "--subreaper", "--setsid"],
		],
		["pidone,--kill-orphans=nginx,php-fpm*,-g", "pidone", ["--kill-orphans=nginx,php-fpm*", "-g"]],
		["pidone,--kill-orphans,nginx", "pidone", ["--kill-orphans", "nginx"]],
		["pidone,--rewrite=TERM:QUIT,HUP:0", "pidone", ["--rewrite=TERM:QUIT,HUP:0"]],
		["tini,-pSIGTERM", "tini", ["-pSIGTERM"]],
	])("reads %j", (value, init, options) => {
		expect(readInitRequest(value)).toEqual(init === undefined ? { options } : { init, options });
	});

	it.each([
		["", "no init is named: write --init, or --init=NAME with one of pidone, tini, dumb-init"],
		[",-g", "no init is named: write --init, or --init=NAME with one of pidone, tini, dumb-init"],
		["true", "it must be the name of an init: write --init, or --init=NAME with one of pidone, tini, dumb-init"],
		["False", "remove the flag if you want no init"],
		["catatonit", 'unknown init "catatonit": it must be one of pidone, tini, dumb-init'],
		["-g", 'unknown init "-g": it must be one of pidone, tini, dumb-init'],
		["$INIT", 'unknown init "$INIT": it must be one of pidone, tini, dumb-init'],
		["Tini", 'unknown init "Tini": it must be one of pidone, tini, dumb-init'],
		["tini,", "write options of tini after the commas, each beginning with -"],
		["tini,--", "write options of tini after the commas, each beginning with -"],
		["tini,-", "write options of tini after the commas, each beginning with -"],
		["tini,g", '"g" is not an option of tini: options begin with -'],
		["tini,-e,1,2", '"2" is not an option of tini: options begin with -'],
		["tini,-x", "tini has no option -x: it has -g, -s, -v, -w, -p, -e"],
		["tini,-gx", "tini has no option -x: it has -g, -s, -v, -w, -p, -e"],
		["tini,--group", "tini has no option --group: it has -g, -s, -v, -w, -p, -e"],
		["dumb-init,-g", "dumb-init has no option -g: it has -c, -v, -r"],
		["pidone,-h", "-h of pidone prints something and exits: the container would not run anything"],
		["pidone,--version", "-V of pidone prints something and exits: the container would not run anything"],
		["tini,-p", "-p of tini requires a value: the name of a signal, such as SIGTERM"],
		["pidone,-g,--grace", "--grace of pidone requires a value: seconds, such as 10 or 0.5"],
		["pidone,--grace=5s", '--grace of pidone does not accept "5s": it needs seconds, such as 10 or 0.5'],
		["pidone,--group=1", "--group of pidone has no value"],
	])("refuses %j", (value, mistake) => {
		expect(readInitRequest(value)).toEqual({ mistake });
	});
});
