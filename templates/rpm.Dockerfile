RUN {{fetch}} /tmp/{{package}}.rpm {{url}}/{{asset}} \
 && echo "{{sha256}}  /tmp/{{package}}.rpm" | sha256sum -c - \
 && rpm -i --nosignature --nodigest /tmp/{{package}}.rpm \
 && rm /tmp/{{package}}.rpm
