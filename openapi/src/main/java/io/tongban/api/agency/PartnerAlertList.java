package io.tongban.api.agency;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The last alerts, newest first, at most 200.
 *
 * @param items in the order that the operation states
 */
@Schema(description = "The last alerts, newest first, at most 200.")
public record PartnerAlertList(@Schema(required = true) List<PartnerAlert> items) {}
