RUN apk add --no-cache {{package}}
