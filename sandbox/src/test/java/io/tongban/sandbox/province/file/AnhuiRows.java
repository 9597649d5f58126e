package io.tongban.sandbox.province.file;

/** Rows of requests for a worker of whom all is right. */
final class AnhuiRows {
    private AnhuiRows() {}

    static String register(String serial, String citizen, String name) {
        return serial + "|" + citizen + "|" + name + "|13900000017|1\n";
    }

    static String withhold(String serial, String person, String citizen, String name, String period) {
        return serial + "|" + person + "|" + citizen + "|" + name + "|110|" + period
                + "|458760|91752|91350100M000100Y43\n";
    }
}
