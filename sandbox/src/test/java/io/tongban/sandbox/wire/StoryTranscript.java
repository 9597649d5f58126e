package io.tongban.sandbox.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tongban.sdk.error.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What was answered, step by step, in words that two worlds can have in common: ids by the order of their appearance,
 * times, serials and guesses left out.
 */
final class StoryTranscript {
    private static final Pattern ID = Pattern.compile("\"((wkr|mdt|enr|wh|whe|evt|tsk)_[0-9a-z]+)\"");
    private static final Pattern TIME = Pattern.compile("\"\\d{4}-\\d\\d-\\d\\dT[^\"]+\"");
    private static final Pattern OWN = Pattern.compile(
            "\"(provinceReceipt|personNumber|kid)\":\"[^\"]+\"|,?\"(expectedBy|jws|dialect|until|waiting"
                    + "|typicalOutcomeSeconds|url)\":(\"[^\"]*\"|\\d+)");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> ids = new LinkedHashMap<>();

    /** A step that has to be done. */
    <T> T does(String step, Supplier<T> call) {
        T answered = call.get();
        add(step, text(answered));
        return answered;
    }

    /** A step that has to be refused. */
    void isRefused(String step, Supplier<?> call) {
        try {
            add(step, "was done: " + text(call.get()));
        } catch (RefusedException refused) {
            var problem = refused.problem();
            add(
                    step,
                    "refused " + refused.status() + " " + problem.code() + " pointer=" + problem.pointer()
                            + " parameter=" + problem.parameter() + " source=" + problem.source() + " retryable="
                            + problem.retryable());
        }
    }

    void add(String step, String text) {
        lines.add(step + ": " + text);
    }

    List<String> lines() {
        return lines;
    }

    String text(Object answered) {
        try {
            String json = JSON.writeValueAsString(answered);
            String known = ID.matcher(json).replaceAll(found -> '"' + named(found.group(1), found.group(2)) + '"');
            return OWN.matcher(TIME.matcher(known).replaceAll("\"T\"")).replaceAll("");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** No event's id is looked at again, and events come in any order. */
    private String named(String id, String kind) {
        return kind.equals("evt") ? "event" : ids.computeIfAbsent(id, unknown -> kind + "-" + (ids.size() + 1));
    }
}
