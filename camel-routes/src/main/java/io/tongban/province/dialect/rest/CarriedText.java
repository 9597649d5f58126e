package io.tongban.province.dialect.rest;

import io.tongban.province.dialect.WireText;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;

/** Which texts reach a province whole: JSON carries any, but not the signature, and not the system behind. */
final class CarriedText {
    private final ProvinceProfile profile;
    private final WireText wire;

    CarriedText(ProvinceProfile profile) {
        this.profile = profile;
        this.wire = new WireText(profile.charset());
    }

    boolean carries(Field field, String text) {
        return text.equals(text.strip())
                && !text.isEmpty()
                && profile.limits().holds(field, text, wire::octets)
                && SignedText.holds(text)
                && wire.carries(text);
    }
}
