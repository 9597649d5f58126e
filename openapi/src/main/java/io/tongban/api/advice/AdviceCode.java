package io.tongban.api.advice;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "Why. INCOME_IN_BAND, INCOME_ABOVE_BAND, INCOME_BELOW_BAND: the income of a month against the band for which the employees' scheme is advised. NOT_PLATFORM_WORK: the band is that of platform work. DUPLICATE: the insurance is not had beside its counterpart. HELD_COUNTERPART: its counterpart is held and has to end first. ALREADY_HELD. AGE_REACHED: the retirement age is reached. RETIREMENT_NEAR: fewer months are left than a pension needs. PLATFORM_PAYS: the platform owes it. More words may come.")
public enum AdviceCode {
    INCOME_IN_BAND,
    INCOME_ABOVE_BAND,
    INCOME_BELOW_BAND,
    NOT_PLATFORM_WORK,
    DUPLICATE,
    HELD_COUNTERPART,
    ALREADY_HELD,
    AGE_REACHED,
    RETIREMENT_NEAR,
    PLATFORM_PAYS
}
