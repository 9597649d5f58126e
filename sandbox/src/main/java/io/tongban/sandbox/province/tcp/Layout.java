package io.tongban.sandbox.province.tcp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Fields one after the other, each with its width in bytes: text padded right with blanks, numbers left with zeros. */
record Layout(Map<String, Integer> widths) {
    private static final Set<String> NUMBERS = Set.of("base", "amount", "row-count", "count");
    /** All else is ASCII. */
    private static final String TEXT = "name";

    /** @param pairs field and width, in their order */
    static Layout of(Map<String, String> pairs) {
        Map<String, Integer> widths = new LinkedHashMap<>();
        pairs.forEach((field, width) -> widths.put(field, Integer.valueOf(width)));
        return new Layout(Collections.unmodifiableMap(widths));
    }

    Layout without(Set<String> fields) {
        Map<String, Integer> left = new LinkedHashMap<>(widths);
        left.keySet().removeAll(fields);
        return new Layout(Collections.unmodifiableMap(left));
    }

    Layout only(String field) {
        return new Layout(Map.of(field, widths.getOrDefault(field, 0)));
    }

    Layout and(Layout after) {
        Map<String, Integer> both = new LinkedHashMap<>(widths);
        both.putAll(after.widths);
        return new Layout(Collections.unmodifiableMap(both));
    }

    Fields read(FieldReader in, Charset charset) throws UnreadableFieldException {
        Map<String, String> values = new HashMap<>();
        for (Map.Entry<String, Integer> field : widths.entrySet()) {
            String name = field.getKey();
            values.put(name, name.equals(TEXT) ? in.text(field.getValue(), charset) : in.ascii(field.getValue()));
        }
        return new Fields(values);
    }

    /** A value that is too long is cut by bytes, in the middle of a character if need be, as such systems do. */
    void write(Map<String, String> values, Charset charset, ByteArrayOutputStream out) {
        widths.forEach((field, width) -> {
            byte[] value = values.getOrDefault(field, "").getBytes(charset);
            byte[] padded = Arrays.copyOf(value, width);
            int end = Math.min(value.length, width);
            if (NUMBERS.contains(field)) {
                Arrays.fill(padded, 0, width - end, (byte) '0');
                System.arraycopy(value, 0, padded, width - end, end);
            } else {
                Arrays.fill(padded, end, width, (byte) ' ');
            }
            out.writeBytes(padded);
        });
    }
}
