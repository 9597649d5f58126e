package io.tongban.province.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How profiles write the names of enums: {@code QUERY_STATUS} is {@code query-status}. */
final class Words {
    private Words() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> of(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
    }
}
