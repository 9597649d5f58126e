package io.tongban.api.agency;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "`WITHHOLD`: booked on that day. `REVERSE`: booked on an earlier day, and taken back on that one. What was booked and taken back on the same day is in neither.")
public enum DayCommand {
    WITHHOLD,
    REVERSE
}
