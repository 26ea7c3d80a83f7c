/* Visibility of the library's symbols. */
#ifndef READOUT_EXPORT_H
#define READOUT_EXPORT_H

#if defined(__GNUC__)
#define RO_API __attribute__((visibility("default")))
#else
#define RO_API
#endif

#endif
