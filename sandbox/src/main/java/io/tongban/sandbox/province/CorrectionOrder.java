package io.tongban.sandbox.province;

/** What is right of a person. Silent in {@link #toString()}: it holds personal data. */
public record CorrectionOrder(String personNumber, String citizenNumber, String name, String mobile) {
    @Override
    public String toString() {
        return "CorrectionOrder[…]";
    }
}
