#include "command/reread.h"

#include <stdio.h>

#include "command/command.h"
#include "command/pipeline.h"
#include "command/progress.h"

typedef struct rereading {
  ro_ledger *ledger;
  ro_pipeline *pipeline;
  ro_progress progress;
  const char *versions;
  size_t outdated, done;
  ro_status status;
  ro_error error;
} rereading;

static void take_report(const ro_report *report, const ro_annotation *annotation, ro_status status,
                        const ro_error *error, void *with) {
  rereading *work = with;
  ro_progress_tell(&work->progress, ++work->done, work->outdated);
  if (work->status != RO_OK) return;
  work->status = status;
  if (status != RO_OK)
    work->error = *error;
  else
    work->status =
        ro_ledger_read_anew(work->ledger, report, annotation, work->versions, &work->error);
}

static void put_report(const ro_report *report, void *with) {
  rereading *work = with;
  if (work->status == RO_OK) ro_pipeline_put(work->pipeline, report);
}

static void read_outdated(rereading *work, const ro_engine *engine, unsigned jobs) {
  ro_error error;
  work->progress = ro_progress_begin("reports");
  work->pipeline = ro_pipeline_create(engine, jobs, take_report, work);
  ro_status status =
      ro_ledger_each_outdated(work->ledger, work->versions, put_report, work, &error);
  ro_pipeline_finish(work->pipeline);
  ro_progress_end(&work->progress);
  if (work->status != RO_OK || status == RO_OK) return;
  work->status = status;
  work->error = error;
}

/* All or nothing: a report that cannot be read leaves the ledger as it was. */
static void reread(rereading *work, const ro_engine *engine, unsigned jobs) {
  work->status = ro_ledger_begin(work->ledger, &work->error);
  if (work->status != RO_OK) return;
  work->status =
      ro_ledger_count_outdated(work->ledger, work->versions, &work->outdated, &work->error);
  if (work->status == RO_OK) read_outdated(work, engine, jobs);
  if (work->status != RO_OK)
    ro_ledger_abandon(work->ledger);
  else
    work->status = ro_ledger_commit(work->ledger, &work->error);
}

int ro_command_reread(ro_ledger *ledger, const ro_engine *engine, const char *versions,
                      unsigned jobs) {
  rereading work = {.ledger = ledger, .versions = versions};
  reread(&work, engine, jobs);
  if (work.status != RO_OK) {
    ro_command_complain(&work.error);
    return RO_EXIT_SOME_UNREAD;
  }
  printf("%zu %s read again\n", work.outdated, work.outdated == 1 ? "report" : "reports");
  return RO_EXIT_DONE;
}
