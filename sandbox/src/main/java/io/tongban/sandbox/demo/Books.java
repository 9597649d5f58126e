package io.tongban.sandbox.demo;

import io.tongban.sandbox.province.PayerTotal;
import io.tongban.sandbox.province.Simulator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The provinces' own ledgers, by province and payer, as they stood at one moment. */
record Books(Map<String, Map<String, PayerTotal>> totals) {
    static Books read(List<Simulator> provinces) {
        Map<String, Map<String, PayerTotal>> totals = new TreeMap<>();
        for (Simulator province : provinces) {
            totals.put(province.provinceCode(), province.ledger().byPayer());
        }
        return new Books(totals);
    }

    /** What came in since an earlier reading, whole fen. */
    long fenSince(Books before, String province, String creditCode) {
        return fen(province, creditCode) - before.fen(province, creditCode);
    }

    private long fen(String province, String creditCode) {
        PayerTotal total = totals.getOrDefault(province, Map.of()).get(creditCode);
        return total == null ? 0 : total.totalFen();
    }
}
