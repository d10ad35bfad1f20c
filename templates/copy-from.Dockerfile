COPY --from={{from}} {{source}} {{path}}
