package io.tongban.province.profile;

import java.util.Map;
import java.util.Optional;

/**
 * Tongban's words and the province's codes for one field, one to one.
 *
 * @param system the code system that the province's codes come from, because the same digits mean different things in
 *     different systems
 * @param theirs the province's code by Tongban's word
 * @param otherwise of a field that is sent, the code for a word that is not there; of one that is received, the word for a
 *     code that is not there
 */
public record CodeMap(String system, Map<String, String> theirs, Optional<String> otherwise) {
    public CodeMap {
        theirs = Map.copyOf(theirs);
        if (theirs.values().stream().distinct().count() < theirs.size()) {
            throw new IllegalArgumentException("two words have the same code");
        }
    }

    public Optional<String> toTheirs(String ours) {
        return Optional.ofNullable(theirs.get(ours)).or(() -> otherwise);
    }

    public Optional<String> toOurs(String code) {
        return theirs.entrySet().stream()
                .filter(pair -> pair.getValue().equals(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> otherwise);
    }
}
