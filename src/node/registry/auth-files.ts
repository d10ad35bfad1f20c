import { UserError } from "../../core/user-error.ts";
import { configPath, dockerPath, type Environment } from "../cache/user-folders.ts";
import { isObject, type JsonObject, parseJson, textOf } from "../json.ts";
import { readSettings } from "./read-settings.ts";

/** Credentials for a registry. */
export type Credentials =
	| { readonly kind: "password"; readonly username: string; readonly password: string }
	/** A token that gets other tokens (OAuth 2's refresh token). */
	| { readonly kind: "identity"; readonly token: string }
	/** A token that is sent as it is. */
	| { readonly kind: "registry"; readonly token: string };

/** A file in the format of Docker's config.json, which Podman's auth.json has too. */
export interface AuthFile {
	readonly path: string;
	/** The credentials for a registry or a repository, as written. */
	readonly auths: ReadonlyMap<string, Credentials>;
	/** The suffix of the helper program for a registry's host. */
	readonly helpers: ReadonlyMap<string, string>;
	/** The suffix of the helper program for all others. */
	readonly store: string | undefined;
}

/**
 * Reads the files that have credentials, most important first, in Podman's order (containers-auth.json(5)), Docker's
 * among them. The contents of DOCKER_AUTH_CONFIG come before all files, as for Docker's command line and GitLab's
 * runner.
 * Throws UserError if one cannot be read.
 */
export async function readAuthFiles(environment: Environment): Promise<readonly AuthFile[]> {
	const { DOCKER_AUTH_CONFIG: inline, REGISTRY_AUTH_FILE: named, XDG_RUNTIME_DIR: runtime } = environment;
	const paths = named
		? [named]
		: [
				runtime ? `${runtime}/containers/auth.json` : undefined,
				configPath(environment, "containers", "auth.json"),
				dockerPath(environment, "config.json"),
			];
	const files = await Promise.all(paths.map((path) => path && readAuthFile(path)));
	return [inline && parseAuthFile("DOCKER_AUTH_CONFIG", inline), ...files].filter((file) => typeof file === "object");
}

async function readAuthFile(path: string): Promise<AuthFile | undefined> {
	const text = await readSettings(path);
	return text === undefined ? undefined : parseAuthFile(path, text);
}

/** The error does not quote the file: the text may be a password. */
function parseAuthFile(path: string, text: string): AuthFile | undefined {
	if (text.trim() === "") return undefined;
	const document = parseJson(text);
	if (!isObject(document)) throw new UserError(`${path}: is not a JSON object: correct it, or log in again`);
	const auths = isObject(document.auths) ? Object.entries(document.auths) : [];
	const helpers = isObject(document.credHelpers) ? Object.entries(document.credHelpers) : [];
	return {
		path,
		auths: new Map(
			auths.flatMap(([key, value]) => {
				const credentials = isObject(value) ? readCredentials(value) : undefined;
				return credentials === undefined ? [] : [[key, credentials] as const];
			}),
		),
		helpers: new Map(helpers.flatMap(([key, value]) => (textOf(value) ? [[key, String(value)] as const] : []))),
		store: textOf(document.credsStore),
	};
}

/** An empty entry means that a helper has the credentials. */
function readCredentials(entry: JsonObject): Credentials | undefined {
	const [registryToken, identityToken] = [textOf(entry.registrytoken), textOf(entry.identitytoken)];
	if (registryToken !== undefined) return { kind: "registry", token: registryToken };
	if (identityToken !== undefined) return { kind: "identity", token: identityToken };
	const decoded = Buffer.from(textOf(entry.auth) ?? "", "base64")
		.toString("utf8")
		.replace(/\0+$/, "");
	const colon = decoded.indexOf(":");
	const username = colon === -1 ? textOf(entry.username) : decoded.slice(0, colon);
	const password = colon === -1 ? textOf(entry.password) : decoded.slice(colon + 1);
	return username && password !== undefined ? { kind: "password", username, password } : undefined;
}
