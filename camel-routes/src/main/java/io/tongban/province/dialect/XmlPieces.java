package io.tongban.province.dialect;

import io.tongban.province.dialect.Specimen.Piece;
import io.tongban.province.profile.Slot;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lays a document that was written here apart into markup and the texts of its elements, each by its field. */
public final class XmlPieces {
    private static final String MARKUP = "tags";
    /** An element that holds text and nothing else; also in a document that is itself the text of an element. */
    private static final Pattern TEXT = Pattern.compile(
            "(?:<|&lt;)([^\\s<>&/?!]+)[^<>&]*(?:>|&gt;)((?:[^<>&]|&amp;)+)(?=(?:</|&lt;/)\\1(?:>|&gt;))");

    private XmlPieces() {}

    /** @param slots whose elements stand in the document */
    public static List<Piece> of(String xml, Charset charset, List<Slot> slots) {
        Map<String, String> fields = new HashMap<>();
        // Of a path its last element holds the text.
        slots.forEach(slot -> fields.put(
                slot.element().substring(slot.element().lastIndexOf('/') + 1),
                slot.field().word()));
        WireText wire = new WireText(charset);
        List<Piece> pieces = new ArrayList<>();
        int end = 0;
        Matcher texts = TEXT.matcher(xml);
        while (texts.find()) {
            pieces.add(piece(MARKUP, xml.substring(end, texts.start(2)), wire));
            pieces.add(piece(fields.getOrDefault(texts.group(1), texts.group(1)), texts.group(2), wire));
            end = texts.end(2);
        }
        pieces.add(piece(MARKUP, xml.substring(end), wire));
        return pieces;
    }

    private static Piece piece(String name, String text, WireText wire) {
        try {
            return new Piece(name, wire.encode(text));
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("a document was written that its charset has not", e);
        }
    }
}
