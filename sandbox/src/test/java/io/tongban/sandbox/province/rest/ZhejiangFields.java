package io.tongban.sandbox.province.rest;

import java.util.Map;

/** Fields of requests for a worker of whom all is right. */
final class ZhejiangFields {
    private ZhejiangFields() {}

    static Map<String, String> register(String citizen, String name) {
        return Map.of("aac147", citizen, "aac003", name, "aac067", "13900000017", "aae173", "1");
    }

    static Map<String, String> withhold(
            String person, String citizen, String name, String period, String base, String amount) {
        return Map.of(
                "aac001", person,
                "aac147", citizen,
                "aac003", name,
                "aae140", "110",
                "aae002", period,
                "aae180", base,
                "yjje", amount,
                "aab001", "91350100M000100Y43");
    }

    static Map<String, String> october(String person, String citizen, String name) {
        return withhold(person, citizen, name, "202610", "505980", "101196");
    }

    static Map<String, String> inquire(String serial) {
        return Map.of("oldlsh", serial, "oldjydm", "ZJ2001");
    }
}
