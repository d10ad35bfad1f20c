RUN dnf install -y {{package}} \
 && dnf clean all
