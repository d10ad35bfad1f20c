import { parseBool } from "../core/dockerfile/parse-bool.ts";
import type { InitName } from "../core/inits/init.ts";
import { readInitRequest } from "../core/inits/request.ts";
import { INSTALL_METHODS, type InstallOption, isInstallOption } from "../core/install/method.ts";
import { UserError } from "../core/user-error.ts";
import type { Request } from "./request.ts";

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

type SettingName = (typeof SETTINGS)[number];

/** Reads the settings among the build arguments. Throws UserError for an invalid value. */
export function readSettings(buildArgs: Request["buildArgs"]): FrontendSettings {
	const argument = (name: SettingName): string | undefined => buildArgs[name] || undefined;
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

function readSwitch(name: SettingName, text = "false"): boolean {
	return parseBool(text) ?? refuse(name, text, "must be true or false");
}

function refuse(name: SettingName, value: string, why: string): never {
	throw new UserError(`build argument ${name}=${value}: ${why}`);
}
