import type { InitName } from "../core/inits/init.ts";
import { readInitRequest } from "../core/inits/request.ts";
import { INSTALL_METHODS, type InstallOption, isInstallOption } from "../core/install/method.ts";
import { UserError } from "../core/user-error.ts";

/** The user's settings for the frontend, from build arguments. */
export interface FrontendSettings {
	/** Build the Dockerfile as it is. */
	readonly isOff: boolean;
	readonly init?: InitName;
	readonly initOptions?: readonly string[];
	readonly install?: InstallOption;
	readonly inherited: boolean;
	/** The targets that get an init; undefined: all. */
	readonly targets?: readonly string[];
}

/** The build arguments that are settings. */
export const SETTINGS = ["PIDONE_INIT", "PIDONE_INSTALL", "PIDONE_INHERITED", "PIDONE_TARGETS", "PIDONE_OFF"] as const;

/**
 * Reads the build arguments `PIDONE_INIT`, `PIDONE_INSTALL`, `PIDONE_INHERITED`, `PIDONE_TARGETS` and `PIDONE_OFF`
 * among a frontend's options. Throws UserError for a value that means nothing.
 */
export function readSettings(options: Readonly<Record<string, string>>): FrontendSettings {
	const argument = (name: (typeof SETTINGS)[number]): string | undefined => options[`build-arg:${name}`] || undefined;
	const asked = argument("PIDONE_INIT");
	const install = argument("PIDONE_INSTALL");
	if (install !== undefined && !isInstallOption(install))
		refuse("PIDONE_INSTALL", install, `must be one of ${INSTALL_METHODS}`);
	const targets = argument("PIDONE_TARGETS")
		?.toLowerCase()
		.split(/[\s,]+/)
		.filter((name) => name !== "");
	return {
		isOff: readSwitch("PIDONE_OFF", argument("PIDONE_OFF")),
		...(asked === undefined ? {} : readInit(asked)),
		...(install === undefined ? {} : { install }),
		inherited: readSwitch("PIDONE_INHERITED", argument("PIDONE_INHERITED")),
		...(targets === undefined ? {} : { targets }),
	};
}

/** Reads the syntax of the flag `--init=…`. */
function readInit(text: string): Pick<FrontendSettings, "init" | "initOptions"> {
	const request = readInitRequest(text);
	if ("mistake" in request) refuse("PIDONE_INIT", text, request.mistake);
	return { ...(request.init === undefined ? {} : { init: request.init }), initOptions: request.options };
}

/** A boolean in BuildKit's syntax (Go: strconv.ParseBool). */
function readSwitch(name: string, text: string | undefined): boolean {
	if (text === undefined || /^(?:0|f|false)$/i.test(text)) return false;
	return /^(?:1|t|true)$/i.test(text) || refuse(name, text, "must be true or false");
}

function refuse(name: string, value: string, why: string): never {
	throw new UserError(`build argument ${name}=${value}: ${why}`);
}
