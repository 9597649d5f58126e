package io.tongban.sandbox.province;

import java.util.List;

/** First two digits of the division codes of GB/T 2260, without Hong Kong, Macao and Taiwan; and 66, by custom. */
final class Provinces {
    static final List<String> CODES = List.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "66");

    private Provinces() {}
}
