import { load8, loadWord } from "./native";
import { W, word } from "./word";

/** For custom inits: the shipped init does not use it. */
export function lengthOf(text: word): i32 {
	let end = text;
	while (load8(end) != 0) end++;
	return <i32>(end - text);
}

/** The text after a text and its NUL: the next one in a list. */
export function nextText(text: word): word {
	while (load8(text) != 0) text++;
	return text + 1;
}

/** The rest of the text after the prefix, or 0 if it does not start with it. */
export function afterPrefix(text: word, prefix: word): word {
	for (; load8(prefix) != 0; prefix++, text++) if (load8(text) != load8(prefix)) return 0;
	return text;
}

export function areEqual(a: word, b: word): bool {
	const rest = afterPrefix(a, b);
	return rest != 0 && load8(rest) == 0;
}

/** The text after the last slash. */
export function baseName(path: word): word {
	let base = path;
	for (; load8(path) != 0; path++) if (load8(path) == 47 /* / */) base = path + 1;
	return base;
}

/** The value of a variable, by its name with `=`; 0 if it is not in the environment. */
export function getVariable(environment: word, name: word): word {
	for (let entry = environment; loadWord(entry) != 0; entry += W) {
		const value = afterPrefix(loadWord(entry), name);
		if (value == 0) continue;
		found.entry = entry;
		return value;
	}
	return 0;
}

/** The position in the environment of the variable that `getVariable` found last. */
export namespace found {
	export let entry: word = 0;
}
