package io.tongban.signature;

/** The messages of the vectors before they are signed. The token is not one; it only has the look. */
final class VectorMessages {

    static final String BASE_URL = "https://api.tongban.example";
    static final String TOKEN = "Bearer eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJmZW5nc29uZy1kZWxpdmVyeSJ9.c2lnbmF0dXJl";
    static final String JSON = "application/json";

    private static final String ORDER = "{\"partnerReference\":\"wh-2026-10-000017\","
            + "\"workerId\":\"wkr_01kandb7vq5zrp5nh3qj8m2c4x\",\"mandateId\":\"mdt_01kandb7vq5zrp5nh3qj8m2c4z\","
            + "\"insurance\":\"AAE140:110\",\"period\":\"2026-10\",\"baseFen\":551000,\"amountFen\":110200}";
    private static final String WITHHOLDING = "{\"id\":\"wh_01kandb7vq5zrp5nh3qj8m2c50\","
            + "\"partnerReference\":\"wh-2026-10-000017\",\"province\":\"44\",\"period\":\"2026-10\","
            + "\"amountFen\":110200,\"state\":\"ACCEPTED\"}";

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
        String query = "?period=2026-10&state=CONFIRMED&partnerReference=%E9%AA%91%E6%89%8B-17&limit=50";
        return VectorRequest.of("GET", BASE_URL + "/v1/withholdings" + query, "", "Authorization", TOKEN);
    }

    /** Names a Chinese worker, in UTF-8; the citizen number is the one printed in GB 11643. */
    static VectorRequest register() {
        String body = "{\"partnerReference\":\"rider-000017\",\"citizenNumber\":\"11010519491231002X\","
                + "\"name\":\"李秀英\",\"mobile\":\"13900000017\",\"province\":\"44\",\"place\":\"WORK\","
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
    static VectorRequest revoke() {
        return VectorRequest.of(
                "POST",
                BASE_URL + "/v1/mandates/mdt_01kandb7vq5zrp5nh3qj8m2c4z/revocation",
                "",
                "Authorization",
                TOKEN,
                "Idempotency-Key",
                "\"revoke-000017\"");
    }

    static VectorRequest webhook() {
        String body = "{\"id\":\"evt_01kandb7vq5zrp5nh3qj8m2c52\",\"type\":\"withholding.confirmed\","
                + "\"createdAt\":\"2026-11-02T01:00:00Z\",\"withholding\":" + WITHHOLDING + "}";
        return VectorRequest.of("POST", "https://partner.example/hooks/tongban?tenant=7", body, "Content-Type", JSON);
    }

    static VectorResponse accepted() {
        return VectorResponse.of(202, WITHHOLDING, "Content-Type", JSON);
    }

    static VectorResponse noContent() {
        return VectorResponse.of(204, "");
    }

    static VectorResponse problem(int status, String code, String titleZh) {
        String body = "{\"type\":\"https://tongban.io/problems/" + code + "\",\"code\":\"" + code
                + "\",\"titleZh\":\"" + titleZh + "\",\"status\":" + status
                + ",\"source\":\"partner\",\"retryable\":false,\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\"}";
        return VectorResponse.of(status, body, "Content-Type", "application/problem+json");
    }
}
