package io.tongban.province.profile;

import io.tongban.province.dated.YamlEntry;
import java.util.List;
import java.util.stream.Stream;

/** Constants of a layout are looked at once, when the profile is read: each call would meet the same mistake. */
final class ConstantWords {
    private ConstantWords() {}

    static void check(ProvinceProfile profile, YamlEntry root) {
        Stream<List<Slot>> heads = Stream.of(
                profile.heads().request(),
                profile.heads().reply(),
                profile.heads().soapHeader());
        heads.flatMap(List::stream).forEach(slot -> check(profile, slot, root.get("head")));
        profile.transactions().values().stream()
                .flatMap(transaction -> Stream.of(transaction.request(), transaction.reply(), transaction.row()))
                .flatMap(List::stream)
                .forEach(slot -> check(profile, slot, root.get("transactions")));
    }

    private static void check(ProvinceProfile profile, Slot slot, YamlEntry layout) {
        String constant = slot.constant();
        boolean held = profile.charset().newEncoder().canEncode(constant)
                && constant.chars().noneMatch(Character::isISOControl);
        if (!held) {
            throw layout.wrong("has the constant \"" + constant + "\", which " + profile.charset() + " cannot hold");
        }
        boolean inBytes = !profile.dialect().equals("file") || profile.limits().widthsInBytes();
        int length =
                inBytes ? constant.getBytes(profile.charset()).length : constant.codePointCount(0, constant.length());
        if (slot.width() > 0 && length > slot.width()) {
            throw layout.wrong("has the constant \"" + constant + "\", which is longer than its " + slot.width()
                    + (inBytes ? " bytes" : " characters"));
        }
    }
}
