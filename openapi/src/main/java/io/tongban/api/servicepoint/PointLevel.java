package io.tongban.api.servicepoint;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The level of administration that it serves.")
public enum PointLevel {
    PROVINCE,
    CITY,
    COUNTY,
    TOWNSHIP,
    VILLAGE
}
