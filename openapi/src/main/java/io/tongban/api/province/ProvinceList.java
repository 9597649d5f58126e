package io.tongban.api.province;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All provinces, by code.
 *
 * @param items in the order that the operation states
 */
@Schema(description = "All provinces, by code.")
public record ProvinceList(@Schema(required = true) List<Province> items) {}
