package io.tongban.province.dialect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;

/**
 * A request in pieces, which one after the other are its octets.
 *
 * @param about what is not in the octets, such as a file's name or a statement; may be empty
 * @param charset in which the octets are text
 * @param wrapped what really goes out, where the pieces are packed or encrypted before; else empty
 */
@SuppressWarnings("ArrayRecordComponent") // printed once, compared never
public record Specimen(String about, Charset charset, List<Piece> pieces, byte[] wrapped) {
    private static final byte[] AS_IT_IS = {};

    public Specimen {
        pieces = List.copyOf(pieces);
    }

    /** That goes out as it is. */
    public Specimen(String about, Charset charset, List<Piece> pieces) {
        this(about, charset, pieces, AS_IT_IS);
    }

    public byte[] octets() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.forEach(piece -> all.writeBytes(piece.octets()));
        return all.toByteArray();
    }

    @Override
    public String toString() {
        return "Specimen[" + about + "]";
    }

    /** @param name word of the field, or what else it is */
    @SuppressWarnings("ArrayRecordComponent") // printed once, compared never
    public record Piece(String name, byte[] octets) {
        @Override
        public String toString() {
            return "Piece[" + name + "]";
        }
    }
}
