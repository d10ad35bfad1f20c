RUN microdnf install -y {{package}} \
 && microdnf clean all
