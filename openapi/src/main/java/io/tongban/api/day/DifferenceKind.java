package io.tongban.api.day;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "NOT_BOOKED: the bank has it and the gateway does not. NOT_REPORTED: the other way round. OTHERWISE: both have it, with another amount, means, operator or point.")
public enum DifferenceKind {
    NOT_BOOKED,
    NOT_REPORTED,
    OTHERWISE
}
