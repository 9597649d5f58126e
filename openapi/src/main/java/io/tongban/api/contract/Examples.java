package io.tongban.api.contract;

import io.tongban.api.problem.ProblemSource;
import io.tongban.api.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.examples.Example;

/** A problem document as it looks on the wire. */
final class Examples {
    private Examples() {}

    static Example reference(ProblemType type) {
        return OASFactory.createExample().ref("#/components/examples/" + type.code());
    }

    static Example of(ProblemType type) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("type", type.uri().toString());
        value.put("code", type.code());
        value.put("title", type.title());
        value.put("titleZh", type.titleZh());
        value.put("status", type.status());
        value.put("source", wire(type.source()));
        value.put("retryable", type.retryable());
        value.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        return OASFactory.createExample().summary(type.title()).value(value);
    }

    private static String wire(ProblemSource source) {
        return source.name().toLowerCase(Locale.ROOT);
    }
}
