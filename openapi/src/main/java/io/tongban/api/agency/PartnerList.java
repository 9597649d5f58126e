package io.tongban.api.agency;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All partners, by client id.
 *
 * @param items in the order that the operation states
 */
@Schema(description = "All partners, by client id.")
public record PartnerList(@Schema(required = true) List<Partner> items) {}
