package io.tongban.signature;

import java.util.List;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.jspecify.annotations.Nullable;

/** The component parameters {@code sf} and {@code key} (RFC 9421, sections 2.1.1 and 2.1.2). */
final class StructuredField {

    private StructuredField() {}

    static String strict(ComponentIdentifier identifier, List<String> lines) {
        StructuredFieldType type = StructuredFieldType.of(identifier.name())
                .orElseThrow(() -> DerivedComponent.absent(identifier, "is not known as a Structured Field"));
        try {
            return type.strict(new Parser(lines));
        } catch (ParseException notOfType) {
            throw notStructured(identifier);
        }
    }

    static String member(ComponentIdentifier identifier, List<String> lines) {
        @Nullable ListElement<?> member;
        try {
            member = new Parser(lines).parseDictionary().get().get(identifier.string("key"));
        } catch (ParseException notDictionary) {
            throw notStructured(identifier);
        }
        if (member == null) {
            throw DerivedComponent.absent(identifier, "is not a member of the field");
        }
        return member.serialize();
    }

    private static SignatureRefusedException notStructured(ComponentIdentifier identifier) {
        return DerivedComponent.absent(identifier, "is not a Structured Field of its type");
    }
}
