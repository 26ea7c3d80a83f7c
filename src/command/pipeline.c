#include "command/pipeline.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "report/report_copy.h"

enum { SLOTS_A_JOB = 4 };

typedef enum slot_state { SLOT_FREE, SLOT_WAITING, SLOT_WORKED_ON, SLOT_DONE } slot_state;

/* A report on its way. Once it is worked on, only its worker touches it until it is done. */
typedef struct pipeline_slot {
  slot_state state;
  ro_arena *arena;
  ro_report report;
  ro_annotation *annotation;
  ro_status status;
  ro_error error;
} pipeline_slot;

struct ro_pipeline {
  const ro_engine *engine;
  ro_pipeline_take *take;
  void *with;
  pipeline_slot *slots; /* a ring: reports go in at `next_in` and are taken at `next_out` */
  size_t slot_count, next_in, next_work, next_out;
  pthread_t *threads;
  size_t thread_count;
  pthread_mutex_t lock;
  pthread_cond_t work_came, work_done;
  bool ends;
};

unsigned ro_pipeline_default_jobs(void) {
  long processors = sysconf(_SC_NPROCESSORS_ONLN);
  if (processors < 1) return 1;
  return processors > RO_PIPELINE_MOST_JOBS ? RO_PIPELINE_MOST_JOBS : (unsigned)processors;
}

static void annotate(const ro_pipeline *pipeline, pipeline_slot *slot) {
  slot->status = ro_annotate(&slot->annotation, pipeline->engine, &slot->report, RO_LAYERS_RECORDS,
                             &slot->error);
}

static pipeline_slot *wait_for_work(ro_pipeline *pipeline) {
  pipeline_slot *next;
  while ((next = &pipeline->slots[pipeline->next_work % pipeline->slot_count])->state !=
         SLOT_WAITING) {
    if (pipeline->ends) return NULL;
    pthread_cond_wait(&pipeline->work_came, &pipeline->lock);
  }
  pipeline->next_work++;
  next->state = SLOT_WORKED_ON;
  return next;
}

static void *work(void *with) {
  ro_pipeline *pipeline = with;
  pthread_mutex_lock(&pipeline->lock);
  for (pipeline_slot *slot; (slot = wait_for_work(pipeline));) {
    pthread_mutex_unlock(&pipeline->lock);
    annotate(pipeline, slot);
    pthread_mutex_lock(&pipeline->lock);
    slot->state = SLOT_DONE;
    pthread_cond_signal(&pipeline->work_done);
  }
  pthread_mutex_unlock(&pipeline->lock);
  return NULL;
}

static void start_threads(ro_pipeline *pipeline, unsigned jobs) {
  pipeline->threads = ro_allocate(jobs * sizeof *pipeline->threads);
  while (pipeline->thread_count < jobs &&
         pthread_create(&pipeline->threads[pipeline->thread_count], NULL, work, pipeline) == 0)
    pipeline->thread_count++;
}

ro_pipeline *ro_pipeline_create(const ro_engine *engine, unsigned jobs, ro_pipeline_take *take,
                                void *with) {
  ro_pipeline *pipeline = ro_allocate(sizeof *pipeline);
  *pipeline = (ro_pipeline){.engine = engine, .take = take, .with = with};
  pipeline->slot_count = (size_t)jobs * SLOTS_A_JOB;
  pipeline->slots = ro_allocate(pipeline->slot_count * sizeof *pipeline->slots);
  memset(pipeline->slots, 0, pipeline->slot_count * sizeof *pipeline->slots);
  for (size_t i = 0; i < pipeline->slot_count; i++)
    pipeline->slots[i].arena = ro_arena_create();
  pthread_mutex_init(&pipeline->lock, NULL);
  pthread_cond_init(&pipeline->work_came, NULL);
  pthread_cond_init(&pipeline->work_done, NULL);
  if (jobs > 1) start_threads(pipeline, jobs);
  return pipeline;
}

static void take(const ro_pipeline *pipeline, pipeline_slot *slot) {
  pipeline->take(&slot->report, slot->annotation, slot->status, &slot->error, pipeline->with);
  ro_annotation_free(slot->annotation);
  slot->annotation = NULL;
  ro_arena_reset(slot->arena);
}

static void take_oldest(ro_pipeline *pipeline) {
  pipeline_slot *oldest = &pipeline->slots[pipeline->next_out % pipeline->slot_count];
  pthread_mutex_lock(&pipeline->lock);
  while (oldest->state != SLOT_DONE)
    pthread_cond_wait(&pipeline->work_done, &pipeline->lock);
  pthread_mutex_unlock(&pipeline->lock);
  take(pipeline, oldest);
  pthread_mutex_lock(&pipeline->lock);
  oldest->state = SLOT_FREE;
  pthread_mutex_unlock(&pipeline->lock);
  pipeline->next_out++;
}

void ro_pipeline_put(ro_pipeline *pipeline, const ro_report *report) {
  if (pipeline->next_in - pipeline->next_out == pipeline->slot_count) take_oldest(pipeline);
  pipeline_slot *slot = &pipeline->slots[pipeline->next_in % pipeline->slot_count];
  slot->report = ro_report_copy(slot->arena, report);
  if (!pipeline->thread_count) {
    annotate(pipeline, slot);
    take(pipeline, slot);
    return;
  }
  pipeline->next_in++;
  pthread_mutex_lock(&pipeline->lock);
  slot->state = SLOT_WAITING;
  pthread_cond_signal(&pipeline->work_came);
  pthread_mutex_unlock(&pipeline->lock);
}

static void end_threads(ro_pipeline *pipeline) {
  pthread_mutex_lock(&pipeline->lock);
  pipeline->ends = true;
  pthread_cond_broadcast(&pipeline->work_came);
  pthread_mutex_unlock(&pipeline->lock);
  for (size_t i = 0; i < pipeline->thread_count; i++)
    pthread_join(pipeline->threads[i], NULL);
}

void ro_pipeline_finish(ro_pipeline *pipeline) {
  while (pipeline->next_out < pipeline->next_in)
    take_oldest(pipeline);
  end_threads(pipeline);
  for (size_t i = 0; i < pipeline->slot_count; i++)
    ro_arena_free(pipeline->slots[i].arena);
  pthread_mutex_destroy(&pipeline->lock);
  pthread_cond_destroy(&pipeline->work_came);
  pthread_cond_destroy(&pipeline->work_done);
  free(pipeline->threads);
  free(pipeline->slots);
  free(pipeline);
}
