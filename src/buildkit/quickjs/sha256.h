#include <stddef.h>
#include <stdint.h>

enum { SHA256_BYTES = 32 };

/* Writes the SHA-256 of some bytes. */
void sha256(const uint8_t *bytes, size_t length, uint8_t digest[SHA256_BYTES]);
