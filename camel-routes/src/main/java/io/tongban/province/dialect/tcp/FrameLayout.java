package io.tongban.province.dialect.tcp;

import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.RequestOctets;
import io.tongban.province.profile.DialectNeeds;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How fields stand in a frame. */
sealed interface FrameLayout permits FixedWidth, TagLengthValue, XmlFrame {
    static FrameLayout of(ProvinceProfile profile) {
        return switch (profile.options().text(DialectNeeds.LAYOUT)) {
            case "tlv" -> new TagLengthValue(profile);
            case "xml" -> new XmlFrame(profile);
            default -> fixed(profile);
        };
    }

    private static FixedWidth fixed(ProvinceProfile profile) {
        if (!profile.limits().widths().isEmpty() || profile.limits().widthsInBytes()) {
            throw new IllegalArgumentException(
                    profile.file()
                            + ": limits.widths and limits.widths-in have no effect; a fixed layout has the widths, remove them");
        }
        return new FixedWidth(profile.charset());
    }

    /** @throws io.tongban.province.dialect.NotCarried if a value is missing or does not fit */
    void write(Request request, Map<Field, String> fields, RequestOctets out);

    /** What a frame of this kind holds, one after the other. */
    record Request(TransactionKind kind, List<Slot> head, List<Slot> body) {
        List<Slot> slots() {
            return Stream.concat(head.stream(), body.stream()).toList();
        }
    }

    /** Whether the text arrives whole. */
    boolean carries(String text, Slot slot);

    /** @throws io.tongban.province.dialect.CallFailed as unreadable if a frame cannot be taken apart */
    Contents open(byte[] frame);

    /** A frame that is read from its head on. Every method throws CallFailed, as unreadable, if what it reads is wrong. */
    interface Contents {
        Map<Field, String> head(List<Slot> slots);

        Map<Field, String> body(List<Slot> slots);

        /** @param count what the answer says how many there are; blank if it does not */
        List<Map<Field, String>> rows(List<Slot> slots, String count);

        /** Anything that is left means that this is not the layout that the far side wrote by. */
        void end();
    }
}
