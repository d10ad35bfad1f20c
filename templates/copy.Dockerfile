COPY {{source}} {{path}}
