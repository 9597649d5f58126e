package io.tongban.province.dialect.rest;

import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;

/** Which texts reach a province whole: JSON carries any, but not the signature, and not the system behind. */
final class CarriedText {
    private final ProvinceProfile profile;

    CarriedText(ProvinceProfile profile) {
        this.profile = profile;
    }

    boolean carries(Field field, String text) {
        int width = profile.limits().widths().getOrDefault(field, Integer.MAX_VALUE);
        return text.equals(text.strip())
                && !text.isEmpty()
                && text.codePointCount(0, text.length()) <= width
                && SignedText.holds(text)
                && isInCharset(text);
    }

    private boolean isInCharset(String text) {
        try {
            return profile.charset()
                    .newDecoder()
                    .decode(profile.charset().newEncoder().encode(CharBuffer.wrap(text)))
                    .toString()
                    .equals(text);
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
