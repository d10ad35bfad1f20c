/** The built-in catalogue of base images: every family in one list, the first row that matches counts. */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { bitnamiImages } from "./bitnami.ts";
import { buildImages } from "./build-images.ts";
import { chainguardImages } from "./chainguard.ts";
import { communityImages } from "./community.ts";
import { databaseImages } from "./databases.ts";
import { distributionImages } from "./distributions.ts";
import { distrolessImages } from "./distroless.ts";
import { exceptions } from "./exceptions.ts";
import { jdkImages } from "./jdks.ts";
import { jupyterImages } from "./jupyter.ts";
import { languageImages } from "./languages.ts";
import { microsoftImages } from "./microsoft.ts";
import { olderDatabases } from "./older-databases.ts";
import { olderJava } from "./older-java.ts";
import { olderPhp } from "./older-php.ts";
import { olderReleases } from "./older-releases.ts";
import { plainImages } from "./plain-images.ts";
import { redhatImages } from "./redhat.ts";
import { s6Images } from "./s6.ts";
import { webImages } from "./web.ts";
import { windowsTags } from "./windows-tags.ts";

export const catalogue: readonly CatalogueEntry[] = [
	...windowsTags,
	...exceptions,
	...distributionImages,
	...languageImages,
	...webImages,
	...databaseImages,
	...distrolessImages,
	...microsoftImages,
	...redhatImages,
	...chainguardImages,
	...bitnamiImages,
	...s6Images,
	...jupyterImages,
	...communityImages,
	...jdkImages,
	...buildImages,
	...olderJava,
	...olderPhp,
	...olderDatabases,
	...olderReleases,
	...plainImages,
];
