package io.tongban.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tongban.api.requestlog.LoggedRequest;
import io.tongban.sdk.RequestLog;
import io.tongban.signature.ReceivedBase;
import java.util.List;
import java.util.Optional;

/** What the gateway saw of a request, beside what was signed here. */
final class LoggedExplanation {
    private final Console console;
    private final RequestLog log;

    LoggedExplanation(Console console, RequestLog log) {
        this.console = console;
        this.log = log;
    }

    /**
     * @param id of the request, or its trace id
     * @param signed the base as the partner's program had it
     * @return whether nothing was found to be wrong
     */
    boolean tell(String id, Optional<String> signed) {
        LoggedRequest request = log.get(id.startsWith("req_") ? id : ofTrace(id));
        console.result("request " + request.id() + " " + request.method() + " " + request.route() + " at "
                + request.at() + ", answered " + request.status() + " after " + request.millis() + " ms, trace "
                + request.traceId());
        if (request.code() == null) {
            console.result("verdict: it was let in");
            return true;
        }
        console.result("verdict: " + request.code() + (request.detail() == null ? "" : ": " + request.detail()));
        ProblemText.advice(request.code()).forEach(console::result);
        String computed = request.signatureBase();
        if (computed == null) {
            console.result("no base is kept: none could be computed, or the signature was not what was wrong");
            return false;
        }
        console.result("base, as the gateway computed it (of the token its digest alone):");
        computed.lines().forEach(line -> console.result("  " + line));
        signed.ifPresent(own -> compare(computed, own));
        return false;
    }

    private void compare(String computed, String own) {
        BaseDifference.besideMasks(computed, ReceivedBase.withoutToken(own).getBytes(US_ASCII))
                .map(BaseDifference::lines)
                .orElse(List.of(
                        "your base: the same, to the last octet; so another key signed it, or something else than"
                                + " this base was signed"))
                .forEach(console::result);
        if (computed.contains("**")) {
            console.remark("A personal number is kept as stars: whether its digits are the same cannot be told.");
        }
    }

    /** A trace may run through many requests: the newest one whose signature was refused, or else that was refused. */
    private String ofTrace(String traceId) {
        List<LoggedRequest> found = log.byTrace(traceId);
        LoggedRequest meant = found.stream()
                .filter(LoggedExplanation::isSignatureRefused)
                .findFirst()
                .or(() -> found.stream().filter(each -> each.code() != null).findFirst())
                .or(() -> found.stream().findFirst())
                .orElseThrow(() -> CommandFailedException.refused(
                        "The gateway has no such request of yours; it is there some seconds after its answer"));
        found.stream()
                .filter(each -> !each.id().equals(meant.id()))
                .forEach(each -> console.remark("of the same trace: " + each.id() + " " + each.method() + " "
                        + each.route() + ", answered " + each.status()
                        + (each.code() == null ? "" : " " + each.code())));
        return meant.id();
    }

    private static boolean isSignatureRefused(LoggedRequest request) {
        String code = request.code();
        return code != null && (code.startsWith("signature-") || code.startsWith("digest-"));
    }
}
