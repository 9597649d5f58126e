package io.tongban.sandbox.province;

/**
 * A person to make known. Silent in {@link #toString()}: it holds personal data.
 *
 * @param citizenNumber GB 11643
 * @param place {@code work-place} or {@code household}; kept, never judged
 */
public record RegisterOrder(String citizenNumber, String name, String mobile, String place) {
    @Override
    public String toString() {
        return "RegisterOrder[…]";
    }
}
