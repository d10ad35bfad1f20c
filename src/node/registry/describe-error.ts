/** Why a request to a host failed. */
export interface TransportError {
	/** Follows the host's name in a sentence. Contains nothing that was sent. */
	readonly description: string;
	/** Whether another attempt may help. */
	readonly isTemporary: boolean;
	/** Whether the host is unreachable, so that other requests would fail as well. */
	readonly isUnreachable: boolean;
}

/** Describes what Node.js or undici throws, by its code; their messages may quote what was sent. */
export function describeTransportError(error: unknown, host: string): TransportError {
	const code = codeOf(error);
	const isUntrusted = UNTRUSTED.test(code);
	// Also the error after an answer to HEAD that has a body.
	const isNotHttp = /^(?:HPE_|HTTPParserError$)/.test(code);
	return {
		description: isUntrusted
			? `has a certificate that is not trusted (${code}): add the certificate of its authority to NODE_EXTRA_CA_CERTS or /etc/docker/certs.d/${host}/ca.crt`
			: (MEANINGS[code] ?? (isNotHttp ? "answers with something that is not HTTP" : `cannot be asked (${code})`)),
		isTemporary: TEMPORARY.has(code) || isNotHttp,
		isUnreachable: isUntrusted || UNREACHABLE.has(code) || /^ERR_(?:TLS|SSL)_/.test(code),
	};
}

const TOO_EARLY = "closed the connection before its answer was complete";
const LATE = "did not answer in time";

/** Codes of the system, OpenSSL and undici. */
const MEANINGS: Readonly<Record<string, string | undefined>> = {
	ENOTFOUND: "is not a host that can be found",
	EAI_AGAIN: "cannot be found while no name server answers",
	ECONNREFUSED: "refuses the connection",
	ECONNRESET: TOO_EARLY,
	EPIPE: TOO_EARLY,
	UND_ERR_SOCKET: TOO_EARLY,
	UND_ERR_RES_CONTENT_LENGTH_MISMATCH: TOO_EARLY,
	EHOSTUNREACH: "cannot be reached",
	ENETUNREACH: "cannot be reached",
	ETIMEDOUT: LATE,
	UND_ERR_CONNECT_TIMEOUT: LATE,
	UND_ERR_HEADERS_TIMEOUT: LATE,
	UND_ERR_BODY_TIMEOUT: LATE,
	UND_ERR_ABORTED: "cannot be reached through the proxy",
	CERT_HAS_EXPIRED: "has a certificate that has expired",
	ERR_TLS_CERT_ALTNAME_INVALID: "has a certificate for another host",
};

const UNTRUSTED = /^(?:UNABLE_TO_|DEPTH_ZERO_SELF_SIGNED_CERT$|SELF_SIGNED_CERT_IN_CHAIN$)/;

const TEMPORARY: ReadonlySet<string> = new Set([
	"ECONNRESET",
	"EPIPE",
	"UND_ERR_SOCKET",
	"UND_ERR_RES_CONTENT_LENGTH_MISMATCH",
	"EAI_AGAIN",
]);

const UNREACHABLE: ReadonlySet<string> = new Set([
	"ENOTFOUND",
	"ECONNREFUSED",
	"EHOSTUNREACH",
	"ENETUNREACH",
	"ETIMEDOUT",
	"UND_ERR_CONNECT_TIMEOUT",
	"UND_ERR_ABORTED",
	"CERT_HAS_EXPIRED",
]);

/** The code of an error, or of its cause. */
function codeOf(error: unknown): string {
	if (!(error instanceof Error)) return "unknown error";
	// The deadline of a request; its own code is a number.
	if (error.name === "TimeoutError") return "ETIMEDOUT";
	const { code } = error as NodeJS.ErrnoException;
	if (typeof code === "string") return code;
	return error.cause instanceof Error ? codeOf(error.cause) : error.name;
}
