package io.tongban.gateway.contribution.policy;

/** What policy files have entries for, each with the form of its value. */
public enum Rule {
    /** Full-calibre average monthly wage of the year before, as used for the base. */
    AVERAGE_WAGE(Form.YUAN),
    /** Published; it wins over the share of the average wage. */
    BASE_FLOOR(Form.YUAN),
    BASE_CEILING(Form.YUAN),
    /** Of the average wage, where nothing is published. */
    BASE_FLOOR_SHARE(Form.PERCENT),
    BASE_CEILING_SHARE(Form.PERCENT),
    /** A choice of the worker's, as a share of the average wage; the variant names it. */
    BASE_GRADE(Form.PERCENT),
    /** Bases are rounded to whole multiples of it, half up. */
    BASE_ROUNDING(Form.YUAN),
    /** Months in which limits change: JAN_DEC or JUL_JUN. */
    BASE_YEAR(Form.WORD),
    /** Shares of the base by payer and fund. */
    RATE(Form.PARTS),
    /** A yearly contribution that the worker chooses, with its subsidy; the variant names it. */
    GRADE(Form.GRADE),
    /** The bounds of grades that are not known one by one. */
    GRADE_LEAST(Form.YUAN),
    GRADE_MOST(Form.YUAN),
    /** A yearly contribution that is the same for all. */
    ANNUAL_CONTRIBUTION(Form.GRADE),
    /** On which basis money may be taken: MANDATE, STATUTE or PLATFORM_DEBT. */
    BASIS(Form.WORD),
    /** Day of the following month on which a month can last be paid: {@link CutOff}. */
    CUT_OFF_DAY(Form.NUMBER),
    /** How cover follows from payment: it ACCRUES, it is there AT_ONCE, or AFTER_WAITING. */
    COVER(Form.WORD),
    /** Months without payment after which nothing has to be waited for. */
    GAP_WITHOUT_WAITING(Form.NUMBER),
    WAITING_MONTHS(Form.NUMBER),
    WAITING_MONTHS_AT_MOST(Form.NUMBER),
    WAITING_MONTHS_PER_MISSED_YEAR(Form.NUMBER),
    /** For each order; the variant names product and tier. */
    ORDER_PREMIUM(Form.PRICE),
    /** Which cohort of the retirement age a person belongs to; the variant is the sex. */
    RETIREMENT_COHORT(Form.WORD),
    /** The variant names the cohort. */
    RETIREMENT_AGE(Form.COHORT),
    RETIREMENT_EARLIER_MONTHS(Form.NUMBER),
    RETIREMENT_LATER_MONTHS(Form.NUMBER),
    /** Months of contributions for a pension, by the year in which the age is reached. */
    MINIMUM_MONTHS(Form.NUMBER),
    /** The incomes of platform work for which the scheme of employees is advised. */
    ADVICE_INCOME_FROM(Form.YUAN),
    ADVICE_INCOME_TO(Form.YUAN),
    /** What platforms refund, of the contribution on the lowest base of the work place. */
    SUBSIDY_SHARE(Form.PERCENT),
    /** Of how many months up to the one that is refunded the incomes are looked at. */
    SUBSIDY_MONTHS(Form.NUMBER),
    /** In how many of them, that month among them, the income has to reach the lowest base. */
    SUBSIDY_MONTHS_REACHED(Form.NUMBER);

    private final Form form;

    Rule(Form form) {
        this.form = form;
    }

    Form form() {
        return form;
    }

    /** Whether its variants are what one can have: a province's own then take the place of all the country's. */
    boolean isChosen() {
        return this == BASE_GRADE || this == RATE || this == GRADE || this == ANNUAL_CONTRIBUTION;
    }

    /** How a value is written. */
    enum Form {
        YUAN,
        PERCENT,
        NUMBER,
        WORD,
        PARTS,
        GRADE,
        PRICE,
        COHORT
    }
}
