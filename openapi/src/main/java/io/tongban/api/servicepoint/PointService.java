package io.tongban.api.servicepoint;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "REGISTER: makes a worker known. ENROL: enrols, changes and pauses. MANDATE: takes down a mandate. PAY: takes contributions in cash or by card. STATUS: tells of cover. REVIEW: settles what a person has to decide.")
public enum PointService {
    REGISTER,
    ENROL,
    MANDATE,
    PAY,
    STATUS,
    REVIEW
}
