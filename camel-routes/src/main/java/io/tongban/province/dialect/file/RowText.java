package io.tongban.province.dialect.file;

import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.Specimen.Piece;
import io.tongban.province.profile.DialectNeeds;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/** How the fields of a layout stand in a row of a file. */
sealed interface RowText permits DelimitedRow, FixedRow {
    /** Layout of rows whose fields have widths. */
    String FIXED = "fixed";
    /** What a file begins with that refuses all rows of another. */
    String REFUSED = "REFUSED";

    /** @throws IllegalStateException if no row could be written as the profile says */
    static RowText of(ProvinceProfile profile) {
        return profile.options().text(DialectNeeds.LAYOUT).equals(FIXED)
                ? new FixedRow(profile)
                : new DelimitedRow(profile.charset(), profile.options().text(FileOptions.DELIMITER));
    }

    /** Whether a value arrives whole in its place, and ends neither the field nor the row. */
    boolean carries(String value, Slot slot);

    /** Whether nothing in a constant would end the field or the row. */
    boolean isOneField(String constant);

    /** @param values one for each place */
    String join(List<Slot> slots, List<String> values);

    /**
     * The values of a row, without padding; of another number than the layout has places where it is no row of it.
     *
     * @throws CallFailed as unreadable if the row is no text
     */
    List<String> split(List<Slot> slots, byte[] row);

    /** A row's octets in the file. */
    byte[] octets(String row) throws CharacterCodingException;

    /** @throws CallFailed as unreadable if this is no text */
    String text(byte[] line);

    /** Whether a line refuses all rows of a file. */
    boolean refuses(String line);

    /** The total, where the profile says no other. */
    String usualTotal();

    /** A row that was written here, place by place. */
    List<Piece> pieces(List<Slot> slots, String row) throws CharacterCodingException;
}
