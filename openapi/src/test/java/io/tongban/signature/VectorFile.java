package io.tongban.signature;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shape of {@code signature/vectors.json}, which ships in the jar for implementations in other languages. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VectorFile(
        String about, long now, long toleranceSeconds, JsonNode keys, List<Case> cases, List<Refusal> refusals) {

    static final Path PATH = Path.of("src/main/resources/signature/vectors.json");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    enum Kind {
        request,
        response,
        webhook
    }

    /** A message that verifies. The request and response of a case hold all fields, those of the signature included. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Case(
            String name,
            Kind kind,
            String keyid,
            String alg,
            boolean deterministic,
            VectorRequest request,
            @Nullable VectorResponse response,
            String signatureBase,
            String signature) {}

    /** A message that is refused, and why. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refusal(
            String name,
            Kind kind,
            VectorRequest request,
            @Nullable VectorResponse response,
            String failure,
            String code) {}

    static Optional<VectorFile> read() {
        try {
            return Files.exists(PATH)
                    ? Optional.of(MAPPER.readValue(Files.readString(PATH), VectorFile.class))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void write() {
        try {
            Files.writeString(PATH, json());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Case named(String name) {
        return cases.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No vector " + name));
    }

    String json() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
        try {
            return MAPPER.writer(printer.withArrayIndenter(lines)).writeValueAsString(this) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
