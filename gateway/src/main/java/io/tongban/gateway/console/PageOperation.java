package io.tongban.gateway.console;

import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.trust.risk.StopTarget;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a page does in place of calls of the contract: what stops those, stops it. */
enum PageOperation {
    /** Shows the operator's own places. */
    DESK(""),
    /** Looks for a worker by the citizen number. */
    SEARCH("findWorker"),
    /** Shows the worker that was found. */
    SERVE("readStatus"),
    FIND_POINT("findServicePoints"),
    PAY("payAtCounter"),
    SHOW_PAYMENT("readCounterPayment"),
    CANCEL("cancelCounterPayment"),
    SHOW_DAY("readCounterDay"),
    CLOSE_DAY("closeCounterDay");

    private final String operationId;

    PageOperation(String operationId) {
        this.operationId = operationId;
    }

    /** Of the contract; empty where no call does the same. */
    Set<String> operationIds() {
        return operationId.isEmpty() ? Set.of() : Set.of(operationId);
    }

    /** As the audit log names it, which tells a page from a call. */
    String word() {
        return "page." + name().toLowerCase(Locale.ROOT);
    }

    /** What stops this operator from any of these. */
    static List<StopTarget> targets(Principal.Operator by, PageOperation... operations) {
        return StopTarget.onPage(
                by,
                Arrays.stream(operations)
                        .flatMap(each -> each.operationIds().stream())
                        .toList());
    }
}
