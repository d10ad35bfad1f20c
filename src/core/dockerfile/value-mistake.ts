// What BuildKit rejects in values after it has expanded their variables (frontend/dockerfile/dockerfile2llb).

/** Without SIG (moby/sys/signal: signal_linux.go). */
const SIGNALS = new Set(
	`ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2
	VTALRM WINCH XCPU XFSZ RTMIN RTMAX`.split(/\s+/),
);
const REAL_TIME_SIGNAL = /^RTMIN\+(?:[1-9]|1[0-5])$|^RTMAX-(?:[1-9]|1[0-4])$/;

/** What is wrong with a STOPSIGNAL, which must be the number or name of a Linux signal. */
export function findSignalMistake(text: string): string | undefined {
	const name = text.toUpperCase().replace(/^SIG/, "");
	const isKnown = /^[+-]?\d+$/.test(text) ? Number(text) !== 0 : SIGNALS.has(name) || REAL_TIME_SIGNAL.test(name);
	return isKnown
		? undefined
		: `invalid signal ${JSON.stringify(text)}: write the name of a Linux signal, such as SIGTERM, or its number`;
}

const PROTOCOLS = new Set(["", "tcp", "udp", "sctp"]);

/** What is wrong with a port in EXPOSE: `[ip:][public:]private[/protocol]`, in which ports can be ranges. */
export function findPortMistake(text: string): string | undefined {
	if (/^\d{1,4}$/.test(text)) return undefined;
	const parts = text.split(":");
	const [port = "", protocol = ""] = splitOnce(parts.at(-1) ?? "", "/");
	const written = JSON.stringify(text);
	if (!PROTOCOLS.has(protocol.toLowerCase()))
		return `invalid port ${written}: the protocol is tcp, udp or sctp, as in 53/udp`;
	const host = parts.at(-2) ?? "";
	return isPortRange(port) && (host === "" || isPortRange(host))
		? undefined
		: `invalid port ${written}: write a number up to 65535, or a range such as 8000-8010`;
}

function isPortRange(text: string): boolean {
	const [start = "", end = start] = splitOnce(text, "-");
	return isPort(start) && isPort(end) && Number(start) <= Number(end);
}

function isPort(text: string): boolean {
	return /^\+?\d+$/.test(text) && Number(text) <= 65_535;
}

function splitOnce(text: string, separator: string): string[] {
	const at = text.indexOf(separator);
	return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
