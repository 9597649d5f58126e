package io.tongban.province.dialect;

import io.tongban.province.profile.Slot;
import org.jspecify.annotations.Nullable;

/** Places of an answer that hold nothing of ours. */
public final class Fillers {
    private Fillers() {}

    /**
     * A constant must stand where the layout has one: else this is not the layout that the far side wrote by.
     *
     * @throws CallFailed as unreadable if another text stands there, or none
     */
    public static void require(Slot slot, @Nullable String text) {
        if (!slot.takes(text == null ? "" : text)) {
            throw CallFailed.unreadableAt(slot.field());
        }
    }
}
