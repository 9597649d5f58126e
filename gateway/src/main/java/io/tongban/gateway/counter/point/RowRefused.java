package io.tongban.gateway.counter.point;

/** Why nothing of a row is taken, and which column says so. */
final class RowRefused extends Exception {
    private static final long serialVersionUID = 1L;

    enum Cause {
        FORMULA,
        MARKUP,
        TWICE,
        PARENT,
        FORM,
        FIELDS,
        UNREADABLE
    }

    private final Cause reason;
    private final String column;

    RowRefused(Cause reason, String column) {
        super(reason + " in " + column, null, false, false);
        this.reason = reason;
        this.column = column;
    }

    Cause reason() {
        return reason;
    }

    String column() {
        return column;
    }
}
