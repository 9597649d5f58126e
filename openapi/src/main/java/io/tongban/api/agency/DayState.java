package io.tongban.api.agency;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "`OPEN`: not compared yet, or without an end so far. `AGREED`: both books say the same; signed, and final. `DIFFERS`: the books differ, and people have been asked.")
public enum DayState {
    OPEN,
    AGREED,
    DIFFERS
}
