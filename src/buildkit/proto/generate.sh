#!/bin/sh
# Makes ../gen of the files here: needs protoc (Debian: protobuf-compiler).
set -eu
cd "$(dirname "$0")"
rm -rf ../gen && mkdir ../gen
protoc -I . --plugin=../../../node_modules/.bin/protoc-gen-ts_proto --ts_proto_out=../gen \
	--ts_proto_opt=unknownFields=true,oneof=unions-value,forceLong=bigint,importSuffix=.ts,snakeToCamel=false \
	--ts_proto_opt=outputServices=generic-definitions,outputJsonMethods=false,useExactTypes=false \
	./*.proto
