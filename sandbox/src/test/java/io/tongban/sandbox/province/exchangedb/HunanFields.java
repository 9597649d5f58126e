package io.tongban.sandbox.province.exchangedb;

import java.util.Map;

/** Columns of requests for a worker of whom all is right. */
final class HunanFields {
    private HunanFields() {}

    static Map<String, String> register(String citizen, String name) {
        return Map.of("aac147", citizen, "aac003", name, "aac067", "13900000017", "aae173", "1");
    }

    static Map<String, String> october(String person, String citizen, String name) {
        return Map.of(
                "aac001",
                person,
                "aac147",
                citizen,
                "aac003",
                name,
                "aae140",
                "110",
                "aae002",
                "202610",
                "aae180",
                "4072.20",
                "yjje",
                "814.44",
                "aab001",
                "91350100M000100Y43");
    }

    static Map<String, String> status(String person, String citizen) {
        return Map.of("aac001", person, "aac147", citizen);
    }
}
