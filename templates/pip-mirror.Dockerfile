RUN pip install --no-cache-dir --index-url {{mirror}} {{package}}
