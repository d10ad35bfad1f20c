RUN sed -E "s#^https?://[^/]+#{{mirror}}#" /etc/apk/repositories > /tmp/repositories \
 && apk add --no-cache --repositories-file /tmp/repositories {{package}} \
 && rm /tmp/repositories
