package io.tongban.gateway.contribution.quote;

/** How many months are paid at once. */
enum Period {
    MONTHLY(1),
    QUARTERLY(3),
    HALF_YEARLY(6),
    YEARLY(12);

    private final int months;

    Period(int months) {
        this.months = months;
    }

    int months() {
        return months;
    }
}
