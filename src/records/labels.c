#include "readout/records.h"

const char *ro_act_name(ro_act act) {
  static const char *const names[RO_ACT_COUNT] = {
      [RO_ACT_MEETING] = "meeting",       [RO_ACT_DEMAND] = "demand",
      [RO_ACT_PROMISE] = "promise",       [RO_ACT_ACCEPTANCE] = "acceptance",
      [RO_ACT_DELIVERY] = "delivery",     [RO_ACT_REFUSAL] = "refusal",
      [RO_ACT_WARNING] = "warning",       [RO_ACT_CONDITION] = "condition",
      [RO_ACT_ACCUSATION] = "accusation", [RO_ACT_DENIAL] = "denial",
      [RO_ACT_SUPPORT] = "support",       [RO_ACT_PRESSURE] = "pressure",
  };
  return act < RO_ACT_COUNT ? names[act] : NULL;
}

const char *ro_record_status_name(ro_record_status status) {
  static const char *const names[RO_STATUS_COUNT] = {
      [RO_STATUS_MADE] = "made",           [RO_STATUS_PLANNED] = "planned",
      [RO_STATUS_DONE] = "done",           [RO_STATUS_UNDER_WAY] = "under way",
      [RO_STATUS_HELD] = "held",           [RO_STATUS_SCHEDULED] = "scheduled",
      [RO_STATUS_PROPOSED] = "proposed",   [RO_STATUS_CANCELLED] = "cancelled",
      [RO_STATUS_POSTPONED] = "postponed", [RO_STATUS_PENDING] = "pending",
      [RO_STATUS_KEPT] = "kept",           [RO_STATUS_CONDITIONAL] = "conditional",
      [RO_STATUS_WITHDRAWN] = "withdrawn",
  };
  return status < RO_STATUS_COUNT ? names[status] : NULL;
}
