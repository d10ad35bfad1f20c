/** The built-in catalogue of base images: every family in one list, the first row that matches counts. */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { applicationImages } from "./applications.ts";
import { bitnamiImages } from "./bitnami.ts";
import { boardImages } from "./boards.ts";
import { browserImages } from "./browsers.ts";
import { buildImages } from "./build-images.ts";
import { buildServers } from "./build-servers.ts";
import { buildTools } from "./build-tools.ts";
import { chainguardImages } from "./chainguard.ts";
import { cloudTools } from "./cloud-tools.ts";
import { commandLineTools } from "./command-line-tools.ts";
import { communityImages } from "./community.ts";
import { communityBases } from "./community-bases.ts";
import { condaImages } from "./conda.ts";
import { dataServices } from "./data-services.ts";
import { databaseImages } from "./databases.ts";
import { withReleases } from "./debian-releases.ts";
import { distributionImages } from "./distributions.ts";
import { distrolessImages } from "./distroless.ts";
import { elasticImages } from "./elastic.ts";
import { enterpriseLinux } from "./enterprise-linux.ts";
import { enterpriseRebuilds } from "./enterprise-rebuilds.ts";
import { exceptions } from "./exceptions.ts";
import { extendedServices } from "./extended-services.ts";
import { hardenedImages } from "./hardened.ts";
import { hostingImages } from "./hosting.ts";
import { javaImages } from "./java.ts";
import { javaServices } from "./java-services.ts";
import { javascriptImages } from "./javascript.ts";
import { jdkImages } from "./jdks.ts";
import { jupyterImages } from "./jupyter.ts";
import { otherLanguageImages } from "./language-images.ts";
import { languageImages } from "./languages.ts";
import { machineLearning } from "./machine-learning.ts";
import { microsoftImages } from "./microsoft.ts";
import { observabilityImages } from "./observability.ts";
import { olderApplications } from "./older-applications.ts";
import { olderDatabases } from "./older-databases.ts";
import { olderJava } from "./older-java.ts";
import { olderMicrosoft } from "./older-microsoft.ts";
import { olderPhp } from "./older-php.ts";
import { olderReleases } from "./older-releases.ts";
import { olderServices } from "./older-services.ts";
import { onbuildImages } from "./onbuild.ts";
import { phpImages } from "./php.ts";
import { pipelineImages } from "./pipelines.ts";
import { plainImages } from "./plain-images.ts";
import { proxyImages } from "./proxies.ts";
import { pythonImages } from "./python.ts";
import { redhatImages } from "./redhat.ts";
import { s6Images } from "./s6.ts";
import { servingImages } from "./serving.ts";
import { siteTools } from "./site-tools.ts";
import { vendorImages } from "./vendors.ts";
import { webApplications } from "./web-applications.ts";
import { webServers } from "./web-servers.ts";
import { windowsTags } from "./windows-tags.ts";

export const catalogue: readonly CatalogueEntry[] = [
	...windowsTags,
	...exceptions,
	...onbuildImages,
	...distributionImages,
	...enterpriseRebuilds,
	...pythonImages,
	...javascriptImages,
	...phpImages,
	...languageImages,
	...javaImages,
	...webServers,
	...webApplications,
	...databaseImages,
	...dataServices,
	...elasticImages,
	...distrolessImages,
	...microsoftImages,
	...olderMicrosoft,
	...redhatImages,
	...enterpriseLinux,
	...chainguardImages,
	...hardenedImages,
	...bitnamiImages,
	...s6Images,
	...jupyterImages,
	...condaImages,
	...buildServers,
	...communityImages,
	...observabilityImages,
	...machineLearning,
	...servingImages,
	...boardImages,
	...hostingImages,
	...jdkImages,
	...javaServices,
	...buildImages,
	...buildTools,
	...cloudTools,
	...siteTools,
	...commandLineTools,
	...applicationImages,
	...otherLanguageImages,
	...extendedServices,
	...olderJava,
	...olderPhp,
	...olderDatabases,
	...olderReleases,
	...olderServices,
	...olderApplications,
	...communityBases,
	...browserImages,
	...proxyImages,
	...pipelineImages,
	...plainImages,
	...vendorImages,
].flatMap(withReleases);
