package io.tongban.sandbox.province;

/**
 * A person to make known. Silent in {@link #toString()}: it holds personal data.
 *
 * @param citizenNumber GB 11643
 * @param place {@code 1} work place, {@code 2} household
 */
public record RegisterOrder(String citizenNumber, String name, String mobile, String place) {
    @Override
    public String toString() {
        return "RegisterOrder[…]";
    }
}
