#!/bin/sh
# An option, a script, or a word that is no command: node's arguments. Anything else is run as it is.
set -e
case "$1" in
-*) set -- node "$@" ;;
*)
	if ! command -v "$1" >/dev/null || { [ -f "$1" ] && [ ! -x "$1" ]; }; then
		set -- node "$@"
	fi
	;;
esac
exec "$@"
