package io.tongban.gateway.edge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads a body in two steps: is it one JSON object at all, and then, is it this record? */
@ApplicationScoped
public class StrictJson {
    /** No body of the contract comes near. */
    private static final int DEPTH = 32;

    private final ObjectMapper mapper;
    private final ObjectReader trees;
    private final FreeText freeText;

    @Inject
    public StrictJson(ObjectMapper mapper, FreeText freeText) {
        this.mapper = mapper;
        this.freeText = freeText;
        JsonFactory bounded = mapper.getFactory()
                .rebuild()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                .build();
        this.trees = mapper.readerFor(JsonNode.class).with(bounded);
    }

    /** @throws ProblemException body-not-json, body-too-deep, personal-number-misplaced, field-unknown, field-type or field-invalid */
    public Object read(byte[] body, JavaType type) {
        JsonNode tree = tree(body);
        StrictValues.check(tree);
        freeText.check(tree);
        try {
            return mapper.readerFor(type).readValue(tree);
        } catch (JsonProcessingException refused) {
            throw JsonProblems.of(refused);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws ProblemException body-not-json or body-too-deep */
    JsonNode tree(byte[] body) {
        JsonNode tree;
        try {
            tree = trees.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new ProblemException(ProblemType.BODY_NOT_JSON, "The body is not UTF-8");
        } catch (StreamConstraintsException e) {
            throw tooMuch(e);
        } catch (JsonProcessingException e) {
            // Without the parser's message: it quotes the body.
            throw new ProblemException(ProblemType.BODY_NOT_JSON, place(e));
        }
        if (!tree.isObject()) {
            throw new ProblemException(ProblemType.BODY_NOT_JSON, "The body is one JSON object");
        }
        return tree;
    }

    JavaType type(java.lang.reflect.Type type) {
        return mapper.constructType(type);
    }

    /** Numbers and names have bounds, too; a body that breaks these cannot be read as JSON. */
    private static ProblemException tooMuch(StreamConstraintsException refused) {
        boolean deep = refused.getOriginalMessage().contains("nesting depth");
        return new ProblemException(deep ? ProblemType.BODY_TOO_DEEP : ProblemType.BODY_NOT_JSON);
    }

    private static String place(JsonProcessingException refused) {
        return refused.getLocation() == null
                ? "The body is empty"
                : "At line " + refused.getLocation().getLineNr() + ", column "
                        + refused.getLocation().getColumnNr();
    }
}
