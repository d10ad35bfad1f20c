RUN wget -q -O {{path}} {{url}}/{{asset}} \
 && echo "{{sha256}}  {{path}}" | sha256sum -c - \
 && chmod 0755 {{path}}
