import { zeroed } from "pidone/init/native";
import * as sys from "pidone/init/sys";
import { word } from "pidone/init/word";

/** Sleeps until a signal ends it. */
export function start(_stack: word): void {
	while (true) sys.rt_sigtimedwait(zeroed("no signal", 8), 0, 0, 8);
}
