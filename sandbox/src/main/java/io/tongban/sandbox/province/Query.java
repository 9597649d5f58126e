package io.tongban.sandbox.province;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A query string's values by name; of a name given twice the last. */
record Query(Map<String, String> values) {
    private static final int USUAL_LIMIT = 100;

    static Query of(URI uri) {
        Map<String, String> values = new HashMap<>();
        String text = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return new Query(values);
    }

    @Nullable
    String value(String name) {
        return values.get(name);
    }

    BookingFilter bookingFilter() {
        String period = value("period");
        String limit = value("limit");
        return new BookingFilter(
                value("serial"),
                value("personNumber"),
                value("payer"),
                period == null ? null : YearMonth.parse(period),
                value("after"),
                limit == null ? USUAL_LIMIT : Integer.parseInt(limit));
    }
}
