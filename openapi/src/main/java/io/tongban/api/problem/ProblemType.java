package io.tongban.api.problem;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Every problem that the API answers with, RFC 9457. The name is the stable code in upper case; what belongs to it
 * (status, source, texts) stands in {@code problems.tsv} beside this class.
 */
public enum ProblemType {
    SIGNATURE_MISSING,
    SIGNATURE_MALFORMED,
    SIGNATURE_LABEL_DUPLICATE,
    SIGNATURE_COMPONENT_MISSING,
    SIGNATURE_PARAMETER_UNKNOWN,
    SIGNATURE_PARAMETER_MISSING,
    SIGNATURE_TAG,
    SIGNATURE_ALGORITHM,
    SIGNATURE_KEY_UNKNOWN,
    SIGNATURE_KEY_FOREIGN,
    SIGNATURE_EXPIRED,
    SIGNATURE_FROM_FUTURE,
    SIGNATURE_NONCE_REUSED,
    SIGNATURE_INVALID,
    DIGEST_MISSING,
    DIGEST_MALFORMED,
    DIGEST_MISMATCH,
    TOKEN_MISSING,
    TOKEN_INVALID,
    TOKEN_EXPIRED,
    TOKEN_ISSUER,
    TOKEN_AUDIENCE,
    SCOPE_MISSING,
    AGENCY_ROLE_MISSING,
    PARTNER_UNKNOWN,
    PARTNER_SUSPENDED,
    PARTNER_EXISTS,
    AGENCY_SELF_SUSPENSION,
    AGENCY_LAST_ACTIVE,
    AGENCY_SIGNING_KEY_REMOVED,
    KEYS_INVALID,
    CREDIT_CODE_CHECKSUM,
    RATE_LIMITED,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    MEDIA_TYPE_UNSUPPORTED,
    HEADER_INVALID,
    PARAMETER_UNKNOWN,
    PARAMETER_INVALID,
    BODY_TOO_LARGE,
    BODY_TOO_SLOW,
    BODY_NOT_JSON,
    BODY_TOO_DEEP,
    FIELD_UNKNOWN,
    FIELD_TYPE,
    FIELD_MISSING,
    FIELD_INVALID,
    PERSONAL_NUMBER_MISPLACED,
    IDEMPOTENCY_KEY_MISSING,
    IDEMPOTENCY_KEY_REUSED,
    IDEMPOTENCY_IN_PROGRESS,
    REFERENCE_USED,
    CITIZEN_NUMBER_CHECKSUM,
    CITIZEN_NUMBER_REGION,
    CITIZEN_NUMBER_BIRTH_DATE,
    NAME_CHARACTER_INVALID,
    NAME_NOT_REPRESENTABLE,
    PROVINCE_UNKNOWN,
    PROVINCE_CLOSED,
    PROVINCE_QUEUE_FULL,
    PROVINCE_DRAINING,
    WORKER_EXISTS,
    IDENTITY_ATTEMPTS_EXCEEDED,
    LOOKS_EXCEEDED,
    WORKER_NOT_FOUND,
    WORKER_NOT_REGISTERED_THERE,
    WORKER_REGISTRATION_PENDING,
    MANDATE_NOT_FOUND,
    MANDATE_REVOKED,
    MANDATE_OF_ANOTHER_WORKER,
    MANDATE_NOT_COVERING,
    MANDATE_CAP_EXCEEDED,
    MANDATE_PERIOD_INVALID,
    MANDATE_REVOCATION_INVALID,
    INSURANCE_NOT_OFFERED,
    MANDATE_SIGNED_TOO_LONG_AGO,
    MANDATE_CAP_TOO_HIGH,
    MANDATE_OUT_OF_BOUNDS,
    REFERENCE_SAYS_NOTHING,
    AMOUNT_NOT_POSITIVE,
    PERIOD_IN_FUTURE,
    PERIOD_ALREADY_WITHHELD,
    CHANGE_NOT_FOUND,
    CHANGE_NOT_OFFERED,
    CHANGE_IN_PAST,
    CHANGE_MONTH_PAID,
    INSURANCE_PAUSED,
    INSURANCE_NOT_PAUSED,
    INSURANCE_ENDED,
    INSURANCE_ENROLLED,
    INSURED_ELSEWHERE,
    INSURED_IN_OTHER_SCHEME,
    WITHHOLDING_NOT_FOUND,
    WITHHOLDING_NOT_FINAL,
    MANDATE_NOT_FOR_PAYOUTS,
    PAYOUT_IN_FUTURE,
    PAYOUT_ALREADY_REPORTED,
    PAYOUT_MONTH_CLOSED,
    PAYOUT_NOT_FOUND,
    MONTH_INCOMPLETE,
    WORKER_LIMIT_REACHED,
    CONTRIBUTION_SURPLUS,
    CONTRIBUTION_LOWERED,
    INSTRUCTION_NOT_FOUND,
    INSTRUCTION_NOT_COVERING,
    INSTRUCTION_EXCEEDED,
    CONTRIBUTION_NOT_CONFIRMED,
    INCOME_BELOW_FLOOR,
    SUBSIDY_ALREADY_CLAIMED,
    MONTH_NOT_OVER,
    DATE_INVALID,
    DATE_BEFORE_RULES,
    KNOWLEDGE_IN_FUTURE,
    RULE_UNKNOWN,
    INSURANCE_NOT_APPLICABLE,
    GRADE_UNKNOWN,
    BASE_OUTSIDE_LIMITS,
    BASE_NEEDED,
    POSITION_NOT_APPLICABLE,
    GRADE_AND_BASE,
    PERIOD_NOT_OFFERED,
    INCOME_IMPLAUSIBLE,
    BIRTH_MONTH_IMPLAUSIBLE,
    RETIREMENT_AGE_REACHED,
    RETIRES_WITHIN_PERIOD,
    CURSOR_INVALID,
    WEBHOOK_URL_REFUSED,
    WEBHOOK_LIMIT,
    WEBHOOK_NOT_FOUND,
    EVENT_NOT_FOUND,
    REDELIVERY_LIMIT,
    REQUEST_NOT_FOUND,
    SCENARIO_NOT_OFFERED,
    SCENARIO_UNKNOWN,
    SUITE_UNKNOWN,
    CERTIFICATION_RUNNING,
    CERTIFICATION_NOT_FOUND,
    CERTIFICATION_NOT_ENDED,
    CERTIFICATION_NOT_PASSED,
    CERTIFICATION_SUPERSEDED,
    CERTIFICATION_EXPIRED,
    CERTIFICATION_OWN,
    CERTIFICATION_REPORT_ALTERED,
    TASK_NOT_FOUND,
    TASK_SETTLED,
    RESOLUTION_INVALID,
    COUNTER_CONTEXT_INVALID,
    SERVICE_POINT_UNKNOWN,
    SERVICE_POINT_CLOSED,
    SERVICE_POINT_OUTSIDE_HOURS,
    SERVICE_NOT_OFFERED_THERE,
    OPERATOR_UNKNOWN,
    OPERATOR_SUSPENDED,
    OPERATOR_NOT_AT_POINT,
    OPERATOR_ROLE,
    STOPPED,
    STOP_NOT_FOUND,
    RISK_HELD,
    RISK_REFUSED,
    RISK_CASE_NOT_FOUND,
    RISK_CASE_DECIDED,
    SECOND_PERSON_REQUIRED,
    MAKER_DIFFERS,
    SECOND_PERSON_SAME,
    SECOND_PERSON_FOREIGN,
    SECOND_PERSON_ROLE,
    SECOND_PERSON_SUSPENDED,
    SECOND_PERSON_NOT_AT_POINT,
    APPROVAL_PENDING,
    APPROVAL_NOT_FOUND,
    APPROVAL_CONTENT_CHANGED,
    APPROVAL_EXPIRED,
    APPROVAL_CLOSED,
    OPERATOR_KEY_USED,
    OPERATOR_EXISTS,
    OPERATOR_NOT_FOUND,
    COUNTER_CONTEXT_MISSING,
    COUNTER_MONTH_COMPLETE,
    COUNTER_AMOUNT_DIFFERS,
    COUNTER_PAYMENT_NOT_FOUND,
    COUNTER_PAYMENT_CANCELLED,
    COUNTER_CANCEL_TOO_LATE,
    CREDIT_CODE_MISSING,
    COUNTER_DAY_CLOSED,
    COUNTER_DAY_EARLIER_OPEN,
    COUNTER_DAY_IN_FUTURE,
    COUNTER_DAY_PAGE_MISSING,
    SERVICE_POINT_OWNER,
    CSV_HEAD,
    PROVINCE_PERSON_UNKNOWN,
    PROVINCE_IDENTITY_MISMATCH,
    PROVINCE_AMOUNT_NOT_ALLOWED,
    PROVINCE_PERIOD_PAID,
    PROVINCE_NOT_ELIGIBLE,
    PROVINCE_REFUSED,
    PROVINCE_REVERSED,
    PROVINCE_REFUSED_ON_REVIEW,
    INTERNAL_ERROR,
    UNAVAILABLE;

    private static final String BASE = "https://tongban.io/problems/";

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable components
    private final ProblemRow row = ProblemRow.of(name().toLowerCase(Locale.ROOT).replace('_', '-'));

    /** Stable code, such as {@code field-unknown}. */
    public String code() {
        return row.code();
    }

    /** The {@code type} member of the problem document. */
    public URI uri() {
        return URI.create(BASE + code());
    }

    /** HTTP status. */
    public int status() {
        return row.status();
    }

    public ProblemSource source() {
        return row.source();
    }

    /** Whether the same request, sent again later, may succeed. */
    public boolean retryable() {
        return row.retryable();
    }

    public String title() {
        return row.title();
    }

    public String titleZh() {
        return row.titleZh();
    }

    public String advice() {
        return row.advice();
    }

    public String adviceZh() {
        return ProblemTexts.adviceZh(code());
    }

    /**
     * What becomes of what was deducted from the worker's pay, or paid at a counter, where this is the answer to a
     * withholding, a report of payouts, a payment or its cancellation, or the outcome of one; empty for all else.
     */
    public Optional<String> money() {
        return ProblemTexts.money(code()).map(ProblemTexts.Money::english);
    }

    public Optional<String> moneyZh() {
        return ProblemTexts.money(code()).map(ProblemTexts.Money::chinese);
    }

    public static Optional<ProblemType> byCode(String code) {
        for (ProblemType type : values()) {
            if (type.code().equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
