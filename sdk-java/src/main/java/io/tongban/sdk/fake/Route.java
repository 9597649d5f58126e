package io.tongban.sdk.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.api.Patterns;
import io.tongban.api.problem.ProblemType;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One operation of the contract.
 *
 * @param path its template
 * @param scope that its token needs; empty for what anyone may read
 * @param status of a good answer; an effect, which has an Idempotency-Key, if {@code effect}
 * @param handler answers with a record of the contract, or {@link #NOTHING}
 */
record Route(String method, String path, String scope, int status, boolean effect, Function<Request, Object> handler) {
    static final Object NOTHING = new Object();

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("workerId", Patterns.WORKER_ID),
            Map.entry("mandateId", Patterns.MANDATE_ID),
            Map.entry("payoutId", Patterns.PAYOUT_ID),
            Map.entry("withholdingId", Patterns.WITHHOLDING_ID),
            Map.entry("webhookEndpointId", Patterns.WEBHOOK_ENDPOINT_ID),
            Map.entry("taskId", Patterns.TASK_ID),
            Map.entry("clientId", Patterns.CLIENT_ID),
            Map.entry("code", "^[a-z0-9-]{2,64}$"),
            Map.entry("partnerReference", Patterns.REFERENCE),
            Map.entry("period", Patterns.MONTH),
            Map.entry("month", Patterns.MONTH),
            Map.entry("province", Patterns.PROVINCE),
            Map.entry("insurance", Patterns.INSURANCE),
            Map.entry("asOf", Patterns.DATE),
            Map.entry("knownAt", Patterns.DATE),
            Map.entry("from", Patterns.DATE),
            Map.entry("to", Patterns.DATE),
            Map.entry("staffNumber", Patterns.SEGMENT),
            Map.entry("near", Patterns.POSITION),
            Map.entry("service", "^[A-Z]{1,20}$"),
            Map.entry("openAt", Patterns.INSTANT),
            Map.entry("state", "^[A-Z_]{1,40}$"),
            Map.entry("cursor", Patterns.CURSOR),
            Map.entry("after", Patterns.CURSOR),
            Map.entry("since", Patterns.INSTANT),
            Map.entry("limit", "^([1-9]|[1-9][0-9]|1[0-9][0-9]|200)$"));

    static Route read(String path, String scope, Function<Request, Object> handler) {
        return new Route("GET", path, scope, 200, false, handler);
    }

    static Route effect(String method, String path, String scope, int status, Function<Request, Object> handler) {
        return new Route(method, path, scope, status, true, handler);
    }

    /** What stands in the template's places; empty if the path is another one's. */
    Optional<Map<String, String>> match(String rawPath) {
        List<String> names =
                PLACE.matcher(path).results().map(place -> place.group(1)).toList();
        Matcher matcher =
                Pattern.compile(PLACE.matcher(path).replaceAll("([^/]+)")).matcher(rawPath);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            found.put(names.get(i), URLDecoder.decode(matcher.group(i + 1), UTF_8));
        }
        return Optional.of(found);
    }

    /** How many places: of two that match, the one with fewer is meant. */
    int places() {
        return (int) PLACE.matcher(path).results().count();
    }

    static Map<String, String> checked(Map<String, String> parameters) {
        List<String> wrong = new ArrayList<>();
        parameters.forEach((name, value) -> {
            String form = FORMS.get(name);
            if (form == null) {
                throw Refused.in(ProblemType.PARAMETER_UNKNOWN, name);
            }
            if (!Pattern.matches(form, value)) {
                wrong.add(name);
            }
        });
        wrong.stream().findFirst().ifPresent(name -> {
            throw Refused.in(ProblemType.PARAMETER_INVALID, name);
        });
        return parameters;
    }
}
