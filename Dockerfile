# pidone as an image, for machines that have a container engine and no Node:
#   docker run --rm -v "$PWD":/work IMAGE check
# Nothing runs in the last stage while it is built, so that any machine builds it for all platforms.
FROM --platform=$BUILDPLATFORM node:22-slim AS build
WORKDIR /src
COPY .npmrc package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build \
 && mkdir /link && ln -s /opt/pidone/dist/cli.js /link/pidone

# What the frontend runs on: Node.js and the libraries that it is linked with. They change less often than pidone, and are a layer of their own.
FROM node:22-slim AS node

FROM --platform=$BUILDPLATFORM node:22-slim AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends binutils-multiarch
COPY --from=node /usr/local/bin/node /runtime/node
COPY --from=node /usr/lib/*-linux-gnu/libc.so.6 /usr/lib/*-linux-gnu/libdl.so.2 /usr/lib/*-linux-gnu/libgcc_s.so.1 \
     /usr/lib/*-linux-gnu/libm.so.6 /usr/lib/*-linux-gnu/libpthread.so.0 /usr/lib/*-linux-gnu/libstdc++.so.6 /runtime/lib/
# Programs of one platform ask for their loader in /lib64, those of the other in /lib.
COPY --from=node /usr/lib/*-linux-gnu/ld-linux-*.so.? /runtime/lib/
RUN strip /runtime/node && mkdir /runtime/lib64 && cp /runtime/lib/ld-linux-*.so.? /runtime/lib64/

# What the frontend is. Its own PID 1 is what builders without named contexts copy from here: /sbin/pidone.
FROM --platform=$BUILDPLATFORM build AS frontend-files
ARG TARGETARCH
RUN mkdir -p /files/dist/init /files/sbin \
 && cp -R dist/frontend /files/dist/ && cp dist/init/pidone-linux-* /files/dist/init/ \
 && cp dist/init/pidone-linux-${TARGETARCH} /files/sbin/pidone
# Compiled by the Node.js that is going to start it. A machine that cannot run that leaves the cache out: the frontend starts a little later.
RUN --mount=from=runtime,source=/runtime,target=/runtime \
    /runtime/lib/ld-linux-*.so.? --library-path /runtime/lib /runtime/node --random-seed=1 /files/dist/frontend/start.cjs --cache \
 || echo "no code cache: the Node.js for ${TARGETARCH} made none here"

# The BuildKit frontend, for the first line of a Dockerfile: # syntax=REGISTRY/pidone/dockerfile:1
#   docker buildx build --target frontend --platform linux/amd64,linux/arm64 --push -t REGISTRY/pidone/dockerfile:1 .
FROM scratch AS frontend
LABEL org.opencontainers.image.title="pidone/dockerfile" \
      org.opencontainers.image.description="A Dockerfile frontend for BuildKit that puts an init in front of what a container runs" \
      org.opencontainers.image.licenses="Apache-2.0" \
      moby.buildkit.frontend.network.none="true" \
      moby.buildkit.frontend.caps="moby.buildkit.frontend.inputs,moby.buildkit.frontend.subrequests,moby.buildkit.frontend.contexts,moby.buildkit.frontend.gitquerystring"
COPY --from=runtime /runtime/ /
COPY --from=frontend-files /files/ /
ENTRYPOINT ["/sbin/pidone", "--", "/node", "/dist/frontend/start.cjs"]

FROM node:22-slim
LABEL org.opencontainers.image.title="pidone" \
      org.opencontainers.image.description="Puts an init in front of what a container runs" \
      org.opencontainers.image.licenses="Apache-2.0"
ENV NODE_ENV=production
COPY --from=build /src/package.json /opt/pidone/
COPY --from=build /src/schema /opt/pidone/schema
# Bundled: there are no packages beside it.
COPY --from=build /src/dist/cli.js /opt/pidone/dist/
COPY --from=build /src/dist/chunks /opt/pidone/dist/chunks
COPY --from=build /src/dist/init /opt/pidone/dist/init
COPY --from=build /link/ /usr/local/bin/
ARG TARGETARCH
COPY --from=build /src/dist/init/pidone-linux-${TARGETARCH} /sbin/pidone
WORKDIR /work
# Nobody in particular: --user "$(id -u):$(id -g)" writes files as the one who asked.
USER 1000:1000
ENTRYPOINT ["/sbin/pidone", "--", "node", "/opt/pidone/dist/cli.js"]
CMD ["--help"]
