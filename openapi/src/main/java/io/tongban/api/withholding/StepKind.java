package io.tongban.api.withholding;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "ACCEPTED: the gateway took it on. WAITING: not sent, because the province is closed or paused. SENT: sent to the"
                        + " province. INQUIRED: the province was asked what became of it. REVERSAL: the province was asked to"
                        + " take it back, because nobody could say what became of it. ACKNOWLEDGED: the province said something of"
                        + " it by itself, such as in a reply file. TASK_OPENED: a person at the agency was asked to settle it."
                        + " TASK_SETTLED: that person did. CONFIRMED, REFUSED, REVERSED: the outcome.")
public enum StepKind {
    ACCEPTED,
    WAITING,
    SENT,
    INQUIRED,
    REVERSAL,
    ACKNOWLEDGED,
    TASK_OPENED,
    TASK_SETTLED,
    CONFIRMED,
    REFUSED,
    REVERSED
}
