package io.tongban.signature;

import io.tongban.api.problem.ProblemType;

/** The messages of the vectors before they are signed. The token is not one; it only has the look. */
final class VectorMessages {

    static final String BASE_URL = "https://api.tongban.example";
    static final String TOKEN = "Bearer eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJmZW5nc29uZy1kZWxpdmVyeSJ9.c2lnbmF0dXJl";
    static final String JSON = "application/json";
    /** As the gateway sends webhooks: frameworks that append the charset leave it alone then. */
    private static final String WEBHOOK_JSON = "application/json;charset=UTF-8";

    private static final String ORDER = "{\"partnerReference\":\"wh-2026-10-000017\","
            + "\"workerId\":\"wkr_01kandb7vq5zrp5nh3qj8m2c4x\",\"mandateId\":\"mdt_01kandb7vq5zrp5nh3qj8m2c4z\","
            + "\"insurance\":\"AAE140:110\",\"period\":\"2026-10\",\"baseFen\":551000,\"amountFen\":110200}";
    private static final String WITHHOLDING = "{\"id\":\"wh_01kandb7vq5zrp5nh3qj8m2c50\","
            + "\"partnerReference\":\"wh-2026-10-000017\",\"workerId\":\"wkr_01kandb7vq5zrp5nh3qj8m2c4x\","
            + "\"mandateId\":\"mdt_01kandb7vq5zrp5nh3qj8m2c4z\",\"province\":\"44\",\"insurance\":\"AAE140:110\","
            + "\"period\":\"2026-10\",\"baseFen\":551000,\"amountFen\":110200,";
    private static final String ACCEPTED =
            WITHHOLDING + "\"state\":\"ACCEPTED\",\"acceptedAt\":\"2026-11-02T01:00:00.000Z\",\"revision\":1}";
    private static final String CONFIRMED = WITHHOLDING + "\"state\":\"CONFIRMED\","
            + "\"provinceReceipt\":\"GD202611020000017\",\"acceptedAt\":\"2026-11-02T00:59:58.000Z\","
            + "\"settledAt\":\"2026-11-02T00:59:59.000Z\",\"revision\":2}";

    private VectorMessages() {}

    /** A withholding: an effect with a body. */
    static VectorRequest withhold() {
        return VectorRequest.of(
                "POST",
                BASE_URL + "/v1/withholdings",
                ORDER,
                "Authorization",
                TOKEN,
                "Content-Type",
                JSON,
                "Idempotency-Key",
                "\"wh-2026-10-000017\"");
    }

    static VectorRequest read() {
        return VectorRequest.of(
                "GET",
                BASE_URL + "/v1/withholdings/wh_01kandb7vq5zrp5nh3qj8m2c50",
                "",
                "Authorization",
                TOKEN,
                "Accept",
                JSON);
    }

    static VectorRequest list() {
        String query = "?period=2026-10&state=CONFIRMED&partnerReference=wh%3A2026-10%3A17&limit=50";
        return VectorRequest.of("GET", BASE_URL + "/v1/withholdings" + query, "", "Authorization", TOKEN);
    }

    /** Names a Chinese worker, in UTF-8; the citizen number is the one printed in GB 11643. */
    static VectorRequest register() {
        String body = "{\"partnerReference\":\"rider-000017\",\"citizenNumber\":\"11010519491231002X\","
                + "\"name\":\"李秀英\",\"mobile\":\"13900000017\",\"province\":\"44\",\"place\":\"WORK_PLACE\","
                + "\"sector\":\"外卖配送\",\"consentReference\":\"consent-2026-000017\"}";
        return VectorRequest.of(
                "POST",
                BASE_URL + "/v1/workers",
                body,
                "Authorization",
                TOKEN,
                "Content-Type",
                "application/json; charset=utf-8",
                "Idempotency-Key",
                "\"rider-000017\"");
    }

    static VectorRequest search() {
        return VectorRequest.of(
                "POST",
                BASE_URL + "/v1/workers/search",
                "{\"citizenNumber\":\"11010519491231002X\"}",
                "Authorization",
                TOKEN,
                "Content-Type",
                JSON);
    }

    /** An effect without a body. */
    static VectorRequest delete() {
        return VectorRequest.of(
                "DELETE",
                BASE_URL + "/v1/webhook-endpoints/whe_01kandb7vq5zrp5nh3qj8m2c51",
                "",
                "Authorization",
                TOKEN,
                "Idempotency-Key",
                "\"delete-000017\"");
    }

    static VectorRequest webhook() {
        String body = "{\"id\":\"evt_01kandb7vq5zrp5nh3qj8m2c52\",\"type\":\"withholding.confirmed\","
                + "\"createdAt\":\"2026-11-02T01:00:00.000Z\",\"withholding\":" + CONFIRMED + "}";
        return VectorRequest.of(
                "POST", "https://partner.example/hooks/tongban?tenant=7", body, "Content-Type", WEBHOOK_JSON);
    }

    static VectorResponse accepted() {
        return VectorResponse.of(202, ACCEPTED, "Content-Type", JSON);
    }

    static VectorResponse noContent() {
        return VectorResponse.of(204, "");
    }

    /** As the gateway writes it. */
    static VectorResponse problem(ProblemType type) {
        String body = "{\"type\":\"" + type.uri() + "\",\"code\":\"" + type.code() + "\",\"title\":\"" + type.title()
                + "\",\"titleZh\":\"" + type.titleZh() + "\",\"status\":" + type.status() + ",\"source\":\"partner\","
                + "\"retryable\":" + type.retryable() + ",\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\"}";
        return VectorResponse.of(type.status(), body, "Content-Type", "application/problem+json");
    }
}
