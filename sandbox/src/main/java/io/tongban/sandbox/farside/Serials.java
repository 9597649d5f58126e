package io.tongban.sandbox.farside;

import java.util.Map;

/** What a profile puts around our serials. */
record Serials(String before, String behind) {
    /** As {@code formats.serial.pattern} of the profile says, or nothing. */
    static Serials of(Map<?, ?> profile) {
        if (profile.get("formats") instanceof Map<?, ?> formats
                && formats.get("serial") instanceof Map<?, ?> serial
                && serial.get("pattern") instanceof String pattern) {
            int star = pattern.indexOf('*');
            return new Serials(pattern.substring(0, star), pattern.substring(star + 1));
        }
        return new Serials("", "");
    }

    String theirs(String ours) {
        return before + ours + behind;
    }

    /** @throws IllegalStateException if it is none that this profile would have sent */
    String ours(String theirs) {
        if (!theirs.startsWith(before) || !theirs.endsWith(behind)) {
            throw new IllegalStateException("a serial that was never sent so: " + theirs);
        }
        return theirs.substring(before.length(), theirs.length() - behind.length());
    }
}
