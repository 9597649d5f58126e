package io.tongban.province.dialect.tcp;

import io.tongban.province.dialect.RequestOctets;
import io.tongban.province.profile.DialectNeeds;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.util.List;
import java.util.Map;

/** How fields stand in a frame. */
sealed interface FrameLayout permits FixedWidth, TagLengthValue {
    static FrameLayout of(ProvinceProfile profile) {
        if (profile.options().text(DialectNeeds.LAYOUT).equals("tlv")) {
            return new TagLengthValue(profile);
        }
        if (!profile.limits().widths().isEmpty() || profile.limits().widthsInBytes()) {
            throw new IllegalArgumentException(
                    profile.file()
                            + ": limits.widths and limits.widths-in have no effect; a fixed layout has the widths, remove them");
        }
        return new FixedWidth(profile.charset());
    }

    /** @throws io.tongban.province.dialect.NotCarried if a value is missing or does not fit */
    void write(List<Slot> slots, Map<Field, String> fields, RequestOctets out);

    /** Whether the text arrives whole. */
    boolean carries(String text, Slot slot);

    /** @throws io.tongban.province.dialect.CallFailed as unreadable if a frame cannot be taken apart */
    Contents open(byte[] frame);

    /** A frame that is read from its head on. Every method throws CallFailed, as unreadable, if what it reads is wrong. */
    interface Contents {
        Map<Field, String> take(List<Slot> slots);

        /** @param count what the answer says how many there are; blank if it does not */
        List<Map<Field, String>> rows(List<Slot> slots, String count);

        /** Anything that is left means that this is not the layout that the far side wrote by. */
        void end();
    }
}
