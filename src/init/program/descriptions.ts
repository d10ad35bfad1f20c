import { load8 } from "./native";
import { errorTexts, signalTexts } from "./number-texts";
import { nextText } from "./text";
import { word } from "./word";

/**
 * The text for a number in a list of entries, each a byte with the number and a text. The last entry, 0x7f, is for all
 * other numbers.
 */
function describe(list: word, number: i32): word {
	while (load8(list) != number && load8(list) != 0x7f) list = nextText(list);
	return list + 1;
}

/** The texts of strerror(3) for the errors that can occur when a program is started, packed. */
export function errorText(errno: i32): word {
	return describe(errorTexts(), errno);
}

/** The texts of strsignal(3), packed. */
export function signalText(signal: i32): word {
	return describe(signalTexts(), signal);
}
