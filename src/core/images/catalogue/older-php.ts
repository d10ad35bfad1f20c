/**
 * Older releases of PHP and WordPress: the ENTRYPOINT came at the end of 2016, the stop signals in 2019. These
 * rows stand after those of the images.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine } from "./distro-by-tag.ts";
import { rowsFor } from "./rows-for.ts";

export const olderPhp: readonly CatalogueEntry[] = [
	...rowsFor("php", { distro: debianOrAlpine, source: "github.com/docker-library/php: 7.0/apache/Dockerfile" }, [
		{
			entrypoint: ["docker-php-entrypoint"],
			cmd: ["php", "-a"],
			tags: `
				5*-jessie 5*-stretch 5.6.*-alpine3.[478] 5.6.*-cli-alpine 5.6.29 5.6.29-alpine 5.6.29-cli
				5.6.29-zts* 5.6.3[0-9]* 5.6.40* 7*-bullseye 7.*.14 7.*.1[4-8]-alpine 7.*.24-alpine 7.*[0-9]-buster
				7.*[0-9]-stretch 7.*[012478]-alpine3.10 7.*[1245]-alpine3.9 7.*[2-5]-alpine3.8 7.*[478]-alpine3.11
				7.0.*-alpine3.[47] 7.0.*-cli-alpine 7.0.*-jessie 7.0.*-stretch 7.0.19-alpine 7.0.1[4-9]-cli
				7.0.1[4-9]-zts* 7.0.1[5-9] 7.0.2[0-9]* 7.0.3[0-3]* 7.1*0-alpine 7.1.17-alpine3.* 7.1.18-alpine3.7
				7.1.1[0456]-alpine3.4 7.1.1[1239]-alpine* 7.1.20-alpine3.7 7.1.25-alpine 7.1.2[1236789]-alpine*
				7.1.30-alpine3.* 7.1.30-jessie 7.1.3[12]-alpine 7.1.[1-9]-alpine 7.1.[12][0-9]-jessie
				7.2*[23]-alpine 7.2.*-alpine3.12 7.2.1[019]-alpine* 7.2.1[6-8]-alpine3.* 7.2.23-alpine3.*
				7.2.2[0569]-alpine* 7.2.2[178]-alpine 7.2.34-alpine 7.2.3[01]-alpine* 7.2.3[23]-alpine3.11
				7.2.[01456789]-alpine* 7.2.[23]-alpine3.* 7.3*[0-2]-alpine 7.3.*-alpine3.13 7.3.10-alpine3.9
				7.3.1[39]-alpine* 7.3.1[56]-alpine3.* 7.3.24-alpine3.12 7.3.29-alpine 7.3.2[0-2]-alpine3.*
				7.3.2[378]-alpine* 7.3.2[56]-* 7.3.[01]-alpine3.8 7.3.[36789]-alpine* 7.3.[45]-alpine 7.4.*
				7.[1-3].0 7.[13].33-alpine* [78]-* jessie`,
		},
		{
			cmd: ["php", "-a"],
			tags: `
				5*.5 5.*.1[89] 5.*.2[0-8] 5.4 5.4.3[4-9] 5.4.4[0-5] 5.5*-zts 5.5*-zts-alpine 5.5-alpine 5.5.29
				5.5.3[0-8] 5.5.3[3-8]-alpine 5.6.19-alpine 5.6.19-zts* 5.6.1[0-7] 5.6.1[0-9]-cli 5.6.1[78]-zts
				5.6.2[0-8]-alpine 5.6.2[0-8]-cli 5.6.2[0-8]-zts* 5.6.[2-9]-cli 5.6.[2346789] 5.[45]*-cli 7.0.1[0-3]
				7.0.1[0-3]-alpine 7.0.1[0-3]-cli 7.0.1[0-3]-zts* 7.0.[0-9] 7.0.[0-9]-cli 7.0.[23]-zts
				7.0.[4-9]-alpine 7.0.[4-9]-zts*`,
		},
		{
			entrypoint: ["docker-php-entrypoint"],
			cmd: ["php-fpm"],
			tags: `
				5.6.29-fpm* 7.0.1[4-9]-fpm* 7.1*-fpm-alpine3.4 7.1.1*fpm 7.1.1*fpm-alpine 7.1.1[0-6]-fpm-jessie
				7.1.1[7-9]-fpm-* 7.1.2[0-7]-fpm* 7.1.[023456789]-fpm* 7.2.1[0-6]-fpm* 7.2.[0-9]-fpm* 7.3.[0-3]-fpm*`,
		},
		{
			entrypoint: ["docker-php-entrypoint"],
			cmd: ["php-fpm"],
			stopSignal: "SIGQUIT",
			tags: `
				7.*-fpm-alpine3.1[01] 7.*-fpm-buster 7.1-fpm 7.1-fpm-alpine 7.1-fpm-alpine3.[89] 7.1-fpm-jessie
				7.1-fpm-stretch 7.1.2[89]-fpm* 7.1.3[0-3]-fpm* 7.2.1[7-9]-fpm* 7.2.2[0-9]-fpm* 7.3.1[0-9]-fpm*
				7.3.[4-9]-fpm*`,
		},
		{
			entrypoint: ["docker-php-entrypoint"],
			cmd: ["apache2-foreground"],
			tags: `
				5.6.29-apache 7.*.[023456]-apache-stretch 7.0.1[4-9]-apache 7.1*-apache-jessie
				7.1.1[7-9]-apache-stretch 7.1.2*apache 7.1.2[0-9]-apache-stretch 7.1.30-apache*
				7.1.[03456789]-apache 7.2.1*apache-stretch 7.2.20-apache* 7.2.[7-9]-apache* 7.3.[17]-apache*
				7.[12].1*apache 7.[23].[023456]-apache`,
		},
		{
			cmd: ["php-fpm"],
			tags: `
				5.5*-fpm-alpine 5.6*[3-8]-fpm 5.6.19-fpm* 5.6.1[0-2]-fpm 5.6.2[0-2]-fpm* 5.6.2[3-8]-fpm-alpine
				5.6.9-fpm 5.[45]*-fpm 7.0.1[0-3]-fpm* 7.0.[0-3]-fpm 7.0.[4-9]-fpm*`,
		},
		{
			entrypoint: ["docker-php-entrypoint"],
			cmd: ["apache2-foreground"],
			stopSignal: "SIGWINCH",
			tags: `
				7*1-apache-buster 7.*[89]-apache-buster 7.1-apache 7.1-apache-stretch 7.1.3[1-3]-apache*
				7.2.2[1-9]-apache* 7.3*[89]-apache 7.3*[89]-apache-stretch 7.3.1[0-7]-apache*`,
		},
		{
			cmd: ["apache2-foreground"],
			tags: `
				5.*.2[0-3]-apache 5.*.38-apache 5.*[67]-apache 5.4.39-apache 5.4.4[0-5]-apache 5.5.2[4589]-apache
				5.5.3[0-5]-apache 5.6*[458]-apache 5.6.1[01239]-apache 5.6.9-apache 5.[45]-apache 7.0*[0-3]-apache
				7.0.[4-9]-apache`,
		},
		{ cmd: ["apache2", "-DFOREGROUND"], tags: "5.4.3[45]-apache 5.5.1[89]-apache 5.6.[23]-apache" },
	]),
	...rowsFor(
		"wordpress",
		{
			distro: debianOrAlpine,
			source: "github.com/docker-library/wordpress: Dockerfile.template, cli/Dockerfile.template",
		},
		[
			{
				entrypoint: ["docker-entrypoint.sh"],
				cmd: ["apache2-foreground"],
				tags: `
				4 4*.[68] 4*7.[0-2] 4-*apache 4.*.5 4.*7 4.6-*apache 4.6.1 4.6.1-*apache 4.7.[34] 4.8.[0-3] 4.9
				4.9.[0-4] 4.[7-9]*-apache 5.0*-php5.6 5.0*.[0-3] 5.1*-php7.[23] 5.1*.1 5.1.0 5.2.[01]
				5.2.[01]-*apache 5.2.[01]-php7.[1-3] 5.[01] 5.[01]*-apache php5.6 php5.6-apache`,
			},
			{
				entrypoint: ["docker-entrypoint.sh"],
				cmd: ["php-fpm"],
				tags: `
				4*-fpm-alpine 4-*fpm 4.6-*fpm 4.6.1-*fpm 4.[7-9]*-fpm 5.0*-fpm 5.0*-fpm-alpine 5.1.0*-fpm-alpine
				5.1.0-*fpm php5.6-fpm*`,
			},
			{
				entrypoint: ["docker-entrypoint.sh"],
				cmd: ["php-fpm"],
				stopSignal: "SIGQUIT",
				tags: `
				5.1-*fpm 5.1-*fpm-alpine 5.1.1-*fpm 5.1.1-*fpm-alpine 5.[2-5]*-fpm 5.[2-5]*-fpm-alpine 7*-fpm
				7*-fpm-alpine`,
			},
			{
				entrypoint: ["docker-entrypoint.sh"],
				cmd: ["apache2-foreground"],
				stopSignal: "SIGWINCH",
				tags: `
				5*.4 5.*2-php7.3 5.2-*apache 5.2-php7.[12] 5.2.2-*apache 5.2.2-php7.[12] 5.2.[23] 5.2.[34]*-apache
				5.2.[34]-php7.[1-3] 5.3*.1 5.5*-php7.2 5.5*.3 5.[235] 5.[3-5]*-apache 5.[3-5].0 5.[34]*-php7.3
				5.[34]*.2 5.[45].1 7 7*-apache 7*-php8.5 7*.[1-4] 7.*0`,
			},
			{
				entrypoint: ["/entrypoint.sh"],
				cmd: ["apache2-foreground"],
				tags: `
				4.2.[34] 4.5.3 4.6.0-apache 4.[1-5] 4.[1-5]*-apache 4.[1-5].1 4.[1245].2 4.[13456].0`,
			},
			{ entrypoint: ["/entrypoint.sh"], cmd: ["php-fpm"], tags: "4.6.0-fpm 4.[1-5]*-fpm" },
			{ entrypoint: ["/entrypoint.sh"], cmd: ["apache2", "-DFOREGROUND"], tags: "3* 4.0*" },
		],
	),
];
