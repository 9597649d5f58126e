package io.tongban.province.profile;

/** A password or key; silent in {@link #toString()}. */
public record Secret(String value) {
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
