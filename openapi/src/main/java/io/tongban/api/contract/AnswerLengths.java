package io.tongban.api.contract;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * How long the strings of answers become: what a partner's column or buffer must hold. A name means the same in every
 * answer, so its length stands here once. A string without a length does not get into the contract.
 */
final class AnswerLengths {
    private static final int ID = 40;
    private static final int CLIENT = 63;
    private static final int WORD = 64;
    private static final int PROVINCE = 2;
    private static final int INSURANCE = 10;
    private static final int TITLE = 200;
    private static final int ADVICE = 1000;
    /** Names of 64 characters, each of them escaped, in the deepest body that is read. */
    private static final int POINTER = 32 * (1 + 2 * 64);

    private static final Map<String, Integer> LONGEST = new HashMap<>();

    static {
        all(ID, "id", "workerId", "mandateId", "withholdingId", "subjectId", "payoutId", "instructionId");
        all(PROVINCE, "province", "Province.code", "ProvinceControl.code");
        all(INSURANCE, "insurance", "insurances");
        all(CLIENT, "clientId", "partner", "changedBy", "settledBy", "placedBy", "releasedBy", "decidedBy");
        all(
                WORD,
                "code",
                "cause",
                "outcome",
                "partnerReference",
                "provinceReceipt",
                "parameter",
                "dialect",
                "headHash");
        all(32, "traceId", "personNumber");
        all(TITLE, "title", "titleZh", "nextCursor");
        all(ADVICE, "advice", "adviceZh", "money", "moneyZh");
        all(100, "type", "name", "kid", "keyIds", "nameZh", "nameEn");
        all(500, "detail", "reason");
        all(POINTER, "pointer");
        all(4096, "jws", "statement");
        all(40, "serial");
        all(2048, "url");
        all(50, "nameMasked");
        all(18, "citizenNumberMasked", "creditCode");
        all(11, "mobileMasked");
        all(10, "day", "asOf", "knownAt", "validFrom", "validTo", "knownFrom", "reviewBy");
        // Also where the same name is a month elsewhere.
        all(10, "from", "to", "through", "since", "by", "waitingUntil", "lapsesOn", "nextBy");
        all(80, "PolicyRule.id", "QuoteLine.rule", "CoverPeriod.rule", "CoverOutlook.rule", "ruleIds");
        all(200, "zh", "en");
        all(2, "scope");
        all(6, "region", "division", "workPlace");
        all(30, "rule", "variant", "grade", "part");
        all(12, "rate", "missingYears");
        all(200, "value");
        all(300, "source");
        all(64, "rulesDigest");
        all(80, "PayoutPart.rule", "AdviceReason.rule", "SubsidyClaim.rule", "RiskCase.rule");
        all(500, "RiskCase.note");
        all(10, "paidOn", "cutOff");
        all(200, "text", "textZh", "description", "descriptionZh");
        all(10, "LoggedRequest.method");
        all(64, "operations");
        all(ID, "certificationId", "requestId");
        all(30, "suite", "version");
        all(CLIENT, "approvedBy");
        all(10, "contract");
        all(54, "reportDigest");
        all(64 * 1024, "CertificationReport.jws");
        all(256 * 1024, "CertificationHtml.html");
        all(200, "route");
        all(220, "what");
        all(16 * 1024, "signatureBase", "PayoutReceipt.jws");
        all(CLIENT, "owner");
        all(WORD, "reference", "column");
        all(100, "address", "hours");
        all(20, "position");
        all(35, "languages");
        all(WORD, "staffNumber", "points", "point", "operator", "Stop.subject", "RiskCase.operation");
        all(2048, "receiptUrl");
        all(4, "means");
        all(WORD, "operation", "maker", "checker", "effectId");
        all(100, "keyId");
        all(43, "keyThumbprint", "makerThumbprint", "checkerThumbprint");
        all(80, "Approval.rule");
        // A path of four kilobytes behind the public address, and members within the bound of a head.
        all(8 * 1024, "targetUri", "makerInput", "checkerInput", "makerSignature", "checkerSignature");
        all(10, "ApprovalProof.method");
        all(400, "contentDigest", "contentType", "counterContext");
        all(WORD, "idempotencyKey");
        all(1_500_000, "ApprovalProof.body");
        all(1_000_000, "csv");
    }

    private AnswerLengths() {}

    private static void all(int length, String... names) {
        for (String name : names) {
            LONGEST.put(name, length);
        }
    }

    /** @throws IllegalStateException with the first string whose length nobody has thought of */
    static void write(OpenAPI api) {
        api.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                schema.getProperties().forEach((property, each) -> bound(name, property, each));
            }
        });
    }

    private static void bound(String schema, String property, Schema value) {
        if (value.getItems() != null) {
            bound(schema, property, value.getItems());
        }
        if (isFree(value)) {
            value.setMaxLength(longest(schema, property));
        }
    }

    private static boolean isFree(Schema value) {
        return value.getRef() == null
                && value.getType() != null
                && value.getType().contains(SchemaType.STRING)
                && value.getMaxLength() == null
                && value.getEnumeration() == null;
    }

    private static int longest(String schema, String property) {
        Integer length = LONGEST.getOrDefault(schema + "." + property, LONGEST.get(property));
        if (length == null) {
            throw new IllegalStateException("how long does " + schema + "." + property + " become?");
        }
        return length;
    }
}
