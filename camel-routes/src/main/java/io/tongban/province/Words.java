package io.tongban.province;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How profiles, policies, metrics, logs and histories write the names of enums: {@code QUERY_STATUS} is {@code query-status}. */
public final class Words {
    private Words() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> of(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
    }
}
