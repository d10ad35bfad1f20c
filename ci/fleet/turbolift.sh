#!/bin/sh
# turbolift init --name pidone-init; list the repositories in repos.txt; then, in the campaign's directory:
#   sh .../ci/fleet/turbolift.sh
set -eu
script=$(cd "$(dirname "$0")" && pwd)/rewrite.sh

turbolift clone
# turbolift commits what git tracks, in every repository with changes: the init's binaries must be added, and where the
# script has failed nothing may be left.
# shellcheck disable=SC2016
turbolift foreach -- sh -c '
	if "$0"; then git add --all; else
		git reset --quiet --hard
		git clean --quiet --force -d
		exit 1
	fi' "$script"
turbolift commit --message "Run containers through an init"
turbolift create-prs
