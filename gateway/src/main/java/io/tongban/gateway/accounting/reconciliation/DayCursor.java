package io.tongban.gateway.accounting.reconciliation;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** The day that a page of days ended with, such as {@code 2026-11-27_44}. */
record DayCursor(LocalDate day, String province) {
    static final DayCursor BEFORE_ALL = new DayCursor(LocalDate.of(9999, 12, 31), "");

    /** @throws ProblemException cursor-invalid */
    static DayCursor read(String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}_[0-9]{2}")) {
            throw new ProblemException(ProblemType.CURSOR_INVALID);
        }
        try {
            return new DayCursor(LocalDate.parse(text.substring(0, 10)), text.substring(11));
        } catch (DateTimeException e) {
            throw new ProblemException(ProblemType.CURSOR_INVALID);
        }
    }

    @Override
    public String toString() {
        return day + "_" + province;
    }
}
