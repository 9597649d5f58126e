package io.tongban.signature;

import java.util.Map;
import java.util.Optional;
import org.greenbytes.http.sfv.Parser;

/** The types of RFC 8941, and which of them the fields have that this gateway and its partners exchange. */
enum StructuredFieldType {
    DICTIONARY {
        @Override
        String strict(Parser parser) {
            return parser.parseDictionary().serialize();
        }
    },
    LIST {
        @Override
        String strict(Parser parser) {
            return parser.parseList().serialize();
        }
    },
    ITEM {
        @Override
        String strict(Parser parser) {
            return parser.parseItem().serialize();
        }
    };

    private static final Map<String, StructuredFieldType> BY_FIELD = Map.ofEntries(
            Map.entry("accept-signature", DICTIONARY),
            Map.entry("content-digest", DICTIONARY),
            Map.entry("counter-context", DICTIONARY),
            Map.entry("idempotency-key", ITEM),
            Map.entry("priority", DICTIONARY),
            Map.entry("ratelimit", LIST),
            Map.entry("ratelimit-policy", LIST),
            Map.entry("repr-digest", DICTIONARY),
            Map.entry("signature", DICTIONARY),
            Map.entry("signature-input", DICTIONARY),
            Map.entry("want-content-digest", DICTIONARY),
            Map.entry("want-repr-digest", DICTIONARY));

    /** Reads a field and writes it in its one canonical form. */
    abstract String strict(Parser parser);

    /** The type of a field, by its name in lower case; empty if the field is not known to be structured. */
    static Optional<StructuredFieldType> of(String fieldName) {
        return Optional.ofNullable(BY_FIELD.get(fieldName));
    }
}
