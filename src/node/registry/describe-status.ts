import { isObject, parseObject } from "../json.ts";
import type { Endpoint } from "./endpoints.ts";
import type { HttpAnswer } from "./http.ts";

/**
 * What a registry's answer without an image means, and what to do. Only the code in the answer is repeated.
 */
export function describeStatus({ domain, authority }: Endpoint, answer: HttpAnswer): string {
	const { status, url } = answer;
	const who = url.host === authority ? domain : `${url.host}, to which ${domain} redirects,`;
	const code = readErrorCode(answer.body);
	const what = `${who} answers ${status}${code === undefined ? "" : ` ${code}`}`;
	if (status === 401 || status === 403)
		return `${what}: it does not exist, or log in to ${domain} with docker login as somebody who may pull it`;
	if (status === 404) return `${what}: it does not exist`;
	if (status === 429) return `${what}: it limits how often it is asked; log in to ${domain}, or try again later`;
	return what;
}

/** The code in the answer (opencontainers/distribution-spec: Error Codes). */
function readErrorCode(body: Uint8Array): string | undefined {
	const { errors } = parseObject(new TextDecoder().decode(body)) ?? {};
	const [first]: readonly unknown[] = Array.isArray(errors) ? errors : [];
	const code = isObject(first) ? first.code : undefined;
	return typeof code === "string" && /^[A-Z_]{1,40}$/.test(code) ? code : undefined;
}
