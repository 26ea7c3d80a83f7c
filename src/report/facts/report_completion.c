#include "report/facts/report_completion.h"

#include "report/facts/credits.h"
#include "report/facts/dateline.h"
#include "report/facts/language.h"
#include "report/facts/publisher.h"

static void give_text(ro_report_builder *builder) {
  ro_report *report = &builder->report;
  if (report->text) return;
  report->text = builder->body.bytes ? builder->body.bytes : "";
  report->text_size = builder->body.size;
}

void ro_report_finish(ro_report_builder *builder, const ro_reader_options *options) {
  ro_report *report = &builder->report;
  give_text(builder);
  ro_report_set_published(builder, options->published, "option");
  if (!report->publisher) report->publisher = ro_publisher_of_url(builder->arena, report->url);
  ro_find_dateline(builder);
  ro_find_text_credits(builder);
  if (!report->language) report->language = ro_detect_language(report->text, report->text_size);
  ro_report_give_lists(builder);
}
