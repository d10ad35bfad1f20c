RUN dnf install -y {{epel}} \
 && dnf install -y {{package}} \
 && dnf clean all
