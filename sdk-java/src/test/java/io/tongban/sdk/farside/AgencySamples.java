package io.tongban.sdk.farside;

import static io.tongban.sdk.farside.Samples.NOW;

import io.tongban.api.agency.ProvinceControl;
import io.tongban.api.agency.ReviewTask;
import io.tongban.api.agency.TaskKind;
import io.tongban.api.agency.TaskOutcome;
import io.tongban.api.agency.TaskResolution;
import io.tongban.api.agency.TaskState;
import io.tongban.api.province.Province;
import io.tongban.api.province.ProvinceCapabilities;
import io.tongban.api.province.ProvinceCapability;
import io.tongban.api.province.ProvinceHealth;
import io.tongban.api.province.ProvinceState;
import java.util.List;

/** What the agency sees and says. */
public final class AgencySamples {
    public static final Province PROVINCE = new Province(
            "44",
            "广东",
            "Guangdong",
            "soap",
            List.of("AAE140:110"),
            new ProvinceCapabilities(ProvinceCapability.ONLINE, ProvinceCapability.BATCH, ProvinceCapability.NONE),
            true,
            NOW,
            ProvinceState.RUNNING,
            ProvinceHealth.UP,
            4,
            NOW,
            17);

    public static final ProvinceControl CONTROL =
            new ProvinceControl("44", ProvinceState.PAUSED, "a move", NOW, "agency");

    public static final ReviewTask TASK = new ReviewTask(
            "tsk_1",
            "44",
            TaskKind.WITHHOLDING,
            "wh_1",
            "fengsong-delivery",
            "deadline",
            NOW,
            TaskState.SETTLED,
            NOW,
            TaskOutcome.NOT_BOOKED,
            "agency",
            2);

    public static final TaskResolution SETTLEMENT = TaskResolution.builder()
            .outcome(TaskOutcome.NOT_BOOKED)
            .note("asked by telephone")
            .build();

    private AgencySamples() {}
}
