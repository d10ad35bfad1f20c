RUN rpm -Uvh --replacepkgs {{epel}} \
 && microdnf install -y {{package}} \
 && microdnf clean all
