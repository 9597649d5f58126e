package io.tongban.gateway.certification;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A case as it was judged, and as it stands in a report. */
record Judged(String name, String title, String titleZh, Judgement judgement) {
    static Judged of(SuiteCase given, Judgement judgement) {
        return new Judged(given.name(), given.title(), given.titleZh(), judgement);
    }

    boolean hasPassed() {
        return judgement.verdict() == Judgement.Verdict.PASSED;
    }

    /** What there is nothing to say of is left out. */
    Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("name", name);
        claims.put("title", title);
        claims.put("titleZh", titleZh);
        claims.put("verdict", judgement.verdict().name());
        Optional.ofNullable(judgement.detail()).ifPresent(detail -> claims.put("detail", detail));
        Optional.ofNullable(judgement.request()).ifPresent(request -> {
            claims.put("request", request.id());
            claims.put("digest", request.digest());
        });
        Optional.ofNullable(judgement.event()).ifPresent(event -> claims.put("event", event));
        return claims;
    }

    static Judged of(Map<?, ?> claims) {
        @Nullable String request = text(claims, "request");
        return new Judged(
                String.valueOf(claims.get("name")),
                String.valueOf(claims.get("title")),
                String.valueOf(claims.get("titleZh")),
                new Judgement(
                        Judgement.Verdict.valueOf(String.valueOf(claims.get("verdict"))),
                        text(claims, "detail"),
                        request == null ? null : new Judgement.Evidence(request, String.valueOf(claims.get("digest"))),
                        text(claims, "event")));
    }

    private static @Nullable String text(Map<?, ?> claims, String name) {
        return (String) claims.get(name);
    }
}
