package io.tongban.gateway.platform.outbox;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Config mappings as the application reads them, with some values of a test's own. */
public final class Settings {
    private Settings() {}

    public static <T> T of(Class<T> mapping, Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(mapping)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(mapping);
    }
}
