import { createPrivateKey, randomUUID, sign } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { derOf } from "./certificates.ts";

/** A server that issues tokens to clients that know the password or the refresh token. */
export interface TokenServer {
	readonly url: string;
	readonly questions: readonly { readonly method: string; readonly scope: string; readonly isKnown: boolean }[];
	readonly stop: () => Promise<void>;
}

/** Who may pull, and how the tokens are signed. */
interface TokenSettings {
	/** `name:password` */
	readonly credentials: string;
	readonly refreshToken: string;
	readonly key: string;
	readonly cert: string;
}

export const SERVICE = "registry.test";
export const ISSUER = "token-server";

/** Starts a token server as docker-registry's documentation describes it (distribution: docs/spec/auth/token.md). */
export async function startTokenServer(settings: TokenSettings): Promise<TokenServer> {
	const questions: { method: string; scope: string; isKnown: boolean }[] = [];
	const server = createServer(async (request, response) => {
		const { method = "" } = request;
		const form = new URLSearchParams(
			method === "POST" ? await text(request) : new URL(request.url ?? "", "http://host").search,
		);
		const isKnown = isAllowed(request, form, settings);
		const scope = form.get("scope") ?? "";
		questions.push({ method, scope, isKnown });
		if (!isKnown) response.writeHead(401);
		response.end(isKnown ? JSON.stringify({ access_token: makeToken(scope, settings), expires_in: 300 }) : "");
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`,
		questions,
		stop: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, "close");
		},
	};
}

function isAllowed({ headers }: IncomingMessage, form: URLSearchParams, settings: TokenSettings): boolean {
	const basic = `Basic ${Buffer.from(settings.credentials).toString("base64")}`;
	return headers.authorization === basic || form.get("refresh_token") === settings.refreshToken;
}

function makeToken(scope: string, { key, cert }: TokenSettings): string {
	const [type = "", name = "", actions = ""] = scope.split(":");
	const now = Math.floor(Date.now() / 1000);
	const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
	const header = encode({ typ: "JWT", alg: "ES256", x5c: [derOf(cert)] });
	const claims = encode({
		iss: ISSUER,
		sub: "jane",
		aud: SERVICE,
		iat: now,
		nbf: now - 10,
		exp: now + 300,
		jti: randomUUID(),
		access: [{ type, name, actions: actions.split(",") }],
	});
	const privateKey = createPrivateKey(readFileSync(key));
	const signature = sign("sha256", Buffer.from(`${header}.${claims}`), { key: privateKey, dsaEncoding: "ieee-p1363" });
	return `${header}.${claims}.${signature.toString("base64url")}`;
}
