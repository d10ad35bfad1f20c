import { load8 } from "./native";
import { errorTexts, signalTexts } from "./number-texts";
import { nextText } from "./text";
import { word } from "./word";

/**
 * The text with this number in a list of entries: a byte of number, a text. The last entry, 0x7f, is for all other
 * numbers.
 */
function describe(list: word, number: i32): word {
	while (load8(list) != number && load8(list) != 0x7f) list = nextText(list);
	return list + 1;
}

/** What strerror(3) says of the errors that starting a program can meet, packed. */
export function errorText(errno: i32): word {
	return describe(errorTexts(), errno);
}

/** What strsignal(3) says, packed. */
export function signalText(signal: i32): word {
	return describe(signalTexts(), signal);
}
