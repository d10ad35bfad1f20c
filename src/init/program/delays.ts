import { forward } from "./forward";
import { SIGRTMAX } from "./linux";
import { load32, store32, zeroed } from "./native";
import { isSet, setDeadline } from "./timers";
import { word } from "./word";

/** By signal: the milliseconds to wait before it is forwarded. */
function delayAt(signal: i32): word {
	return zeroed("delays", (SIGRTMAX + 1) * 4) + signal * 4;
}

export function setDelay(signal: i32, milliseconds: i32): void {
	store32(delayAt(signal), milliseconds);
}

/**
 * Forwards a signal, at once or after its delay. A signal that arrives while the same one waits is merged with it, like
 * pending signals.
 */
export function forwardInTime(signal: i32): void {
	const milliseconds = load32(delayAt(signal));
	if (milliseconds == 0) forward(signal);
	else if (!isSet(signal)) setDeadline(signal, milliseconds);
}
