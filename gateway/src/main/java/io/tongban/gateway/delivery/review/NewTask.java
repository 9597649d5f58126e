package io.tongban.gateway.delivery.review;

import io.tongban.province.ProvinceCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person is to settle.
 *
 * @param reason as in {@link ReviewTask#reason()}
 * @param sentAt when the command was first sent, or about to be; absent if it never was
 */
public record NewTask(
        ProvinceCode province,
        ReviewTask.Kind kind,
        String subjectId,
        String clientId,
        String reason,
        @Nullable Instant sentAt) {}
