#!/bin/sh
# Adds an init to the Dockerfiles of the repository in the current directory, and verifies the result. It is for
# programs that clone, commit and push themselves: on status 0, they commit what it leaves in the working tree.
# PIDONE_ARGS has options for pidone, with blanks between them.
set -eu

# Runs a command, and ends the script if it fails. 4 is not a failure: a Dockerfile that does not parse stays as it is.
# Without any Dockerfile (3) there is nothing to do.
run() {
	"$@" || case $? in
	3) exit 0 ;;
	4) ;;
	*) exit 1 ;;
	esac
}

# Prints those of the options that emit has, too.
options_of_emit() {
	last=
	for word in ${PIDONE_ARGS-}; do
		case $word in
		--from-builds | --no-config | --config=* | --context=* | --platform=*) echo "$word" ;;
		esac
		case $last in
		--config | --context | --platform) echo "$last $word" ;;
		esac
		last=$word
	done
}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
before=$folder/findings.json
# shellcheck disable=SC2086
set -- --quiet ${PIDONE_ARGS-}

run pidone check "$@" --fail-level never --baseline "$before" --update-baseline . >/dev/null
run pidone rewrite "$@" --write . >&2
# shellcheck disable=SC2046
run pidone emit --quiet $(options_of_emit) --for .
run pidone rewrite "$@" --check . >&2
run pidone check "$@" --fail-level error --baseline "$before" . >&2
