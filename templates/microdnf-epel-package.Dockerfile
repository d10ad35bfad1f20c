RUN microdnf install -y {{epel}} \
 && microdnf install -y {{package}} \
 && microdnf clean all
