RUN pip install --no-cache-dir {{package}}
