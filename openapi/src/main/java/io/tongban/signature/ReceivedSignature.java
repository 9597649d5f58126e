package io.tongban.signature;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.ListElement;
import org.jspecify.annotations.Nullable;

/** The one signature of a message that carries a given tag, under whatever label. */
record ReceivedSignature(String label, SignatureParameters parameters, ByteBuffer octets) {

    static ReceivedSignature of(MessageFields fields, String tag) {
        StrictDictionary inputs = dictionary(fields, "Signature-Input");
        StrictDictionary signatures = dictionary(fields, "Signature");
        String label = labelOf(inputs, tag);
        SignatureParameters parameters = SignatureParameters.of(requireNonNull(inputs.member(label)));
        return new ReceivedSignature(label, parameters, octets(signatures, label));
    }

    private static StrictDictionary dictionary(MessageFields fields, String name) {
        List<String> lines = fields.values(name);
        if (lines.stream().allMatch(String::isBlank)) {
            throw new SignatureRefusedException(SignatureFailure.MISSING, "There is no " + name + " field");
        }
        return StrictDictionary.parse(name, lines);
    }

    /** Of the signatures of others only the tag is read. */
    private static String labelOf(StrictDictionary inputs, String tag) {
        List<String> found = new ArrayList<>();
        boolean untagged = false;
        for (Map.Entry<String, ListElement<?>> input : inputs.members().entrySet()) {
            if (!(input.getValue() instanceof InnerList list)) {
                throw new SignatureRefusedException(
                        SignatureFailure.MALFORMED, "A member of Signature-Input is not a list of components");
            }
            Optional<String> itsTag = SignatureParameters.string(list.getParams(), "tag");
            untagged |= itsTag.isEmpty();
            if (itsTag.filter(tag::equals).isPresent()) {
                found.add(input.getKey());
            }
        }
        if (found.size() > 1) {
            throw new SignatureRefusedException(
                    SignatureFailure.DUPLICATE_LABEL, found.size() + " signatures carry the tag " + tag);
        }
        if (found.isEmpty() && untagged) {
            throw new SignatureRefusedException(
                    SignatureFailure.PARAMETER_MISSING, "Signature parameter tag is missing");
        }
        if (found.isEmpty()) {
            throw new SignatureRefusedException(SignatureFailure.TAG_WRONG, "No signature carries the tag " + tag);
        }
        return found.get(0);
    }

    private static ByteBuffer octets(StrictDictionary signatures, String label) {
        @Nullable ListElement<?> member = signatures.member(label);
        if (member == null) {
            throw new SignatureRefusedException(
                    SignatureFailure.MISSING, "Signature has no member for the label " + label);
        }
        if (!(member instanceof ByteSequenceItem item) || !item.getParams().isEmpty()) {
            throw new SignatureRefusedException(
                    SignatureFailure.MALFORMED, "The signature under " + label + " is not a plain byte sequence");
        }
        return item.get();
    }
}
