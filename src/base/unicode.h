/* UTF-8: the few questions that the readers and rules ask of it. */
#ifndef RO_BASE_UNICODE_H
#define RO_BASE_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The number of bytes at the start of `bytes` that are well-formed UTF-8 (without NUL bytes). */
size_t ro_utf8_valid_prefix(const char *bytes, size_t size);

/* Reads one code point of valid UTF-8 and moves *at past it. */
uint32_t ro_utf8_next(const char *text, size_t size, size_t *at);

/* Writes one code point (at most 4 bytes, no NUL) and returns the number of bytes. */
size_t ro_utf8_put(uint32_t codepoint, char *out);

/* Number of code points in `size` bytes of valid UTF-8. */
size_t ro_utf8_count(const char *text, size_t size);

/* Simple case mapping and classes for Latin, Greek, Cyrillic and other cased scripts. */
uint32_t ro_unicode_lower(uint32_t codepoint);
bool ro_unicode_is_upper(uint32_t codepoint);
bool ro_unicode_is_letter(uint32_t codepoint);
bool ro_unicode_is_digit(uint32_t codepoint);
bool ro_unicode_is_space(uint32_t codepoint); /* also no-break spaces and the like */

/* The letter without its diacritics, where it has any in Latin script ("é" to "e"). */
uint32_t ro_unicode_base_letter(uint32_t codepoint);

#endif
