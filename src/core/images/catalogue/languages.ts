/**
 * Other languages among the Docker Official Images.
 *
 * Peculiar: golang and rust set no CMD, so theirs is the one of buildpack-deps or Alpine; perl's CMD names the exact
 * version.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine, rockerReleases, swift } from "./distro-by-tag.ts";

const golangSource = "github.com/docker-library/golang: Dockerfile-linux.template (no CMD of its own)";
const rustSource =
	"github.com/rust-lang/docker-rust: Dockerfile-debian.template, Dockerfile-alpine.template (no CMD of their own)";

export const languageImages: readonly CatalogueEntry[] = [
	// Ruby, Perl, Go, Rust, C
	{
		images: ["ruby"],
		cmd: ["irb"],
		distro: debianOrAlpine,
		source: "github.com/docker-library/ruby: Dockerfile.template",
	},
	{ images: ["golang"], tags: ["*alpine*"], cmd: ["/bin/sh"], distro: "alpine", source: golangSource },
	{
		images: ["golang"],
		tags: [
			"latest",
			"1",
			"1-*",
			"1.[89]*",
			"1.1[0-9]*",
			"1.[23][0-9]*",
			"trixie",
			"bookworm",
			"bullseye",
			"buster",
			"stretch",
			"tip*",
			"rc*",
		],
		cmd: ["bash"],
		distro: "debian",
		source: golangSource,
	},
	{ images: ["rust"], tags: ["*alpine*"], cmd: ["/bin/sh"], distro: "alpine", source: rustSource },
	{ images: ["rust"], cmd: ["bash"], distro: "debian", source: rustSource },
	{
		images: ["gcc"],
		tags: ["latest", "[5-9]", "[5-9].*", "1[0-9]*", "trixie", "bookworm", "bullseye", "buster"],
		cmd: ["bash"],
		distro: "debian",
		source: "github.com/docker-library/gcc: Dockerfile.template (no CMD of its own)",
	},
	{
		images: ["gcc"],
		tags: ["4", "4.[6-9]", "4.[6-9].*"],
		cmd: "varies",
		distro: "debian",
		source: "github.com/docker-library/gcc: 4.8/Dockerfile, 4.9/Dockerfile (no CMD of their own)",
	},
	{
		images: ["swift"],
		tags: ["*bookworm*"],
		cmd: ["bash"],
		distro: "debian",
		source: "github.com/swiftlang/swift-docker: Dockerfile (no CMD of its own)",
	},
	{
		images: ["swift"],
		tags: ["latest", "slim", "noble*", "jammy*", "focal*", "5.[89]*", "5.10*", "6*"],
		cmd: ["/bin/bash"],
		source: "github.com/swiftlang/swift-docker: Dockerfile (no CMD of its own)",
		distro: swift,
	},
	{
		images: ["dart"],
		tags: ["latest", "stable*", "beta*", "dev*", "2.*", "3*"],
		cmd: ["bash"],
		distro: "debian",
		source: "github.com/dart-lang/dart-docker: Dockerfile-debian.template (no CMD of its own)",
	},
	{
		images: ["mono"],
		tags: ["latest", "slim", "6*"],
		cmd: ["bash"],
		distro: "debian",
		source: "github.com/mono/docker: Dockerfile (no CMD of its own)",
	},
	{
		images: ["perl"],
		tags: ["5.30.0*"],
		cmd: ["perl5.30.0", "-de0"],
		distro: "debian",
		source: "github.com/Perl/docker-perl: generate.pl",
	},
	{
		images: ["perl"],
		tags: ["5.30.1*"],
		cmd: ["perl5.30.1", "-de0"],
		distro: "debian",
		source: "github.com/Perl/docker-perl: generate.pl",
	},
	{
		images: ["perl"],
		tags: ["5.30.2*"],
		cmd: ["perl5.30.2", "-de0"],
		distro: "debian",
		source: "github.com/Perl/docker-perl: generate.pl",
	},
	{
		images: ["perl"],
		tags: ["5.30", "5.30-*", "5.30.3*"],
		cmd: ["perl5.30.3", "-de0"],
		distro: "debian",
		source: "github.com/Perl/docker-perl: generate.pl",
	},
	{
		images: ["perl"],
		tags: ["5.32.0*"],
		cmd: ["perl5.32.0", "-de0"],
		distro: "debian",
		source: "github.com/Perl/docker-perl: generate.pl",
	},
	{
		images: ["perl"],
		tags: ["5.32", "5.32-*", "5.32.1*"],
		cmd: ["perl5.32.1", "-de0"],
		distro: "debian",
		source: "github.com/Perl/docker-perl: generate.pl",
	},
	{
		images: ["perl"],
		tags: ["5.34.0*"],
		cmd: ["perl5.34.0", "-de0"],
		distro: "debian",
		source: "github.com/Perl/docker-perl: generate.pl",
	},
	{
		images: ["perl"],
		tags: ["5.34.1*"],
		cmd: ["perl5.34.1", "-de0"],
		distro: "debian",
		source: "github.com/Perl/docker-perl: generate.pl",
	},
	{
		images: ["perl"],
		tags: ["5.36.0*"],
		cmd: ["perl5.36.0", "-de0"],
		distro: "debian",
		source: "github.com/Perl/docker-perl: generate.pl",
	},
	{
		images: ["perl"],
		tags: ["5.36.1*"],
		cmd: ["perl5.36.1", "-de0"],
		distro: "debian",
		source: "github.com/Perl/docker-perl: generate.pl",
	},
	{
		images: ["perl"],
		tags: ["5.36.3*"],
		cmd: ["perl5.36.3", "-de0"],
		distro: "debian",
		source: "github.com/Perl/docker-perl: generate.pl",
	},
	{
		images: ["perl"],
		tags: ["5.38.0*"],
		cmd: ["perl5.38.0", "-de0"],
		distro: "debian",
		source: "github.com/Perl/docker-perl: generate.pl",
	},
	{
		images: ["perl"],
		tags: ["5.38.2*"],
		cmd: ["perl5.38.2", "-de0"],
		distro: "debian",
		source: "github.com/Perl/docker-perl: generate.pl",
	},
	{
		images: ["perl"],
		tags: ["5.40.0*"],
		cmd: ["perl5.40.0", "-de0"],
		distro: "debian",
		source: "github.com/Perl/docker-perl: generate.pl",
	},

	// Erlang, Elixir, Haskell, Julia, R and others
	{
		images: ["erlang"],
		cmd: ["erl"],
		distro: debianOrAlpine,
		source: "github.com/erlang/docker-erlang-otp: */Dockerfile",
	},
	{ images: ["elixir"], cmd: ["iex"], distro: debianOrAlpine, source: "github.com/erlef/docker-elixir: */Dockerfile" },
	{ images: ["haskell"], cmd: ["ghci"], distro: "debian", source: "github.com/haskell/docker-haskell: */Dockerfile" },
	{
		images: ["haxe"],
		cmd: ["haxe"],
		distro: debianOrAlpine,
		source: "github.com/HaxeFoundation/docker-library-haxe: */Dockerfile",
	},
	{
		images: ["swipl"],
		cmd: ["swipl"],
		distro: debianOrAlpine,
		source: "github.com/SWI-Prolog/docker-swipl: */Dockerfile",
	},
	{ images: ["r-base"], cmd: ["R"], distro: "debian", source: "github.com/rocker-org/rocker: r-base/*/Dockerfile" },
	{
		images: ["rocker/r-ver"],
		tags: ["3.[1-6].[0-9]"],
		cmd: ["R"],
		distro: "debian",
		release: rockerReleases,
		source: "github.com/rocker-org/rocker-versioned: r-ver/*.Dockerfile",
	},
	{
		images: ["rocker/r-ver"],
		tags: ["latest", "4", "4.[0-9]*"],
		cmd: ["R"],
		distro: "ubuntu",
		source: "github.com/rocker-org/rocker-versioned2: dockerfiles/r-ver_*.Dockerfile",
	},
	{
		images: ["julia"],
		tags: ["latest", "1", "1-*", "1.[6-9]*", "1.1[0-9]*", "trixie", "bookworm", "bullseye", "alpine*"],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["julia"],
		distro: debianOrAlpine,
		source: "github.com/docker-library/julia: Dockerfile-linux.template",
	},
	{
		images: ["bash"],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["bash"],
		distro: "alpine",
		source: "github.com/tianon/docker-bash: Dockerfile.template",
	},
];
