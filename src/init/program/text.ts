import { load8, loadWord } from "./native";
import { W, word } from "./word";

/** For a policy of one's own: the shipped init has no use for it. */
export function lengthOf(text: word): i32 {
	let end = text;
	while (load8(end) != 0) end++;
	return <i32>(end - text);
}

/** What follows a text and its NUL: the next text of a list. */
export function nextText(text: word): word {
	while (load8(text) != 0) text++;
	return text + 1;
}

/** What follows the prefix, or 0 where the text begins otherwise. */
export function afterPrefix(text: word, prefix: word): word {
	for (; load8(prefix) != 0; prefix++, text++) if (load8(text) != load8(prefix)) return 0;
	return text;
}

export function areEqual(a: word, b: word): bool {
	const rest = afterPrefix(a, b);
	return rest != 0 && load8(rest) == 0;
}

/** What follows the last slash. */
export function baseName(path: word): word {
	let base = path;
	for (; load8(path) != 0; path++) if (load8(path) == 47 /* / */) base = path + 1;
	return base;
}

/** The value of the variable whose name, with its `=`, is given; 0 where the environment has none. */
export function getVariable(environment: word, name: word): word {
	for (let entry = environment; loadWord(entry) != 0; entry += W) {
		const value = afterPrefix(loadWord(entry), name);
		if (value == 0) continue;
		found.entry = entry;
		return value;
	}
	return 0;
}

/** Where in the environment the variable stands that `getVariable` has found last. */
export namespace found {
	export let entry: word = 0;
}
