import { describe, expect, it } from "vitest";
import { findHeredocs } from "../../../src/core/dockerfile/heredoc-markers.ts";

describe("findHeredocs", () => {
	it.each([
		["RUN <<EOF", ["EOF"]],
		["RUN <<-EOF", ["-EOF"]],
		["RUN cat <<EOF > /a", ["EOF"]],
		["RUN << EOF", ["EOF"]],
		["RUN <<\tEOF", ["EOF"]],
		['RUN <<"EOF"', ["EOF"]],
		["RUN <<'EOF'", ["EOF"]],
		["RUN <<'E F'", ["E F"]],
		["RUN <<E\\ F", ["E F"]],
		["RUN <<E'O'F", ["EOF"]],
		["RUN <<$A", ["$A"]],
		["RUN <<${A}", ["${A}"]],
		["RUN 0<<EOF", ["EOF"]],
		["RUN 12<<-EOF", ["-EOF"]],
		["COPY <<a <<-b <<'c' /d/", ["a", "-b", "c"]],
		["RUN <<EOF>a", ["EOF>a"]],
		["RUN <<EOF;", ["EOF;"]],
		["RUN <<--EOF", ["--EOF"]],
	])("finds those of %s", (text, expected) => {
		expect(findHeredocs(text).map(({ name, chomp }) => (chomp ? `-${name}` : name))).toEqual(expected);
	});

	it.each([
		"RUN a",
		"RUN a < b",
		"RUN a<<EOF",
		"RUN <<<EOF",
		"RUN <<EOF<<FOE",
		'RUN echo "<<EOF"',
		'RUN echo "a <<EOF b"',
		"RUN echo 'a <<EOF b'",
		"RUN it's <<EOF",
		'RUN " <<EOF',
		"RUN ${a <<EOF",
		'RUN <<""',
		"RUN <<",
		"RUN $((1<<2))",
		"RUN \\<<EOF",
	])("finds none in %s", (text) => {
		expect(findHeredocs(text)).toEqual([]);
	});
});
