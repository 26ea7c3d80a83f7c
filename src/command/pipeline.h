/* Annotates reports on several threads and hands them back in the order in which they came. */
#ifndef RO_COMMAND_PIPELINE_H
#define RO_COMMAND_PIPELINE_H

#include "readout/annotation.h"

typedef struct ro_pipeline ro_pipeline;

/* Gets a report and what became of it: with RO_OK its annotation, else the error. Is called on the
 * thread that calls the functions below. The annotation is freed afterwards. */
typedef void ro_pipeline_take(const ro_report *report, const ro_annotation *annotation,
                              ro_status status, const ro_error *error, void *with);

/* With one job everything happens in ro_pipeline_put, without a thread. */
ro_pipeline *ro_pipeline_create(const ro_engine *engine, unsigned jobs, ro_pipeline_take *take,
                                void *with);

/* Copies the report and puts it into the queue; waits where the queue is full. */
void ro_pipeline_put(ro_pipeline *pipeline, const ro_report *report);

/* Takes what is still in the queue, ends the threads and frees the pipeline. */
void ro_pipeline_finish(ro_pipeline *pipeline);

/* As many jobs as the machine has processors. */
unsigned ro_pipeline_default_jobs(void);

enum { RO_PIPELINE_MOST_JOBS = 256 };

#endif
