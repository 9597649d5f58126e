package io.tongban.province.profile;

import io.tongban.province.CertificateKind;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail.CoverState;
import io.tongban.province.ProvinceDetail.EntryKind;
import io.tongban.province.Words;
import java.util.List;
import java.util.Optional;

/**
 * Every piece of a request or a reply that a layout may place. Between the rooms a field's value travels as plain
 * text, the same for every dialect: money as digits of whole fen, months {@code yyyyMM}, moments
 * {@code yyyyMMddHHmmss} in {@link ProvinceProfile#ZONE}, codes as the province writes them.
 */
public enum Field {
    TRANSACTION,
    SERIAL,
    OPERATOR,
    SENT_AT,
    /** Of {@link #SENT_AT}, where that is the day alone. */
    SENT_TIME,
    KEY,
    TOKEN,
    PASSWORD,
    RETURN_CODE,
    MESSAGE,
    CERTIFICATE_KIND,
    CITIZEN_NUMBER,
    NAME,
    MOBILE,
    PLACE,
    PERSON_NUMBER,
    INSURANCE,
    PERIOD,
    BASE,
    AMOUNT,
    PAYER,
    RECEIPT_NUMBER,
    BOOKED_AT,
    /** Of {@link #BOOKED_AT}, where that is the day alone. */
    BOOKED_TIME,
    ASKED_SERIAL,
    ASKED_TRANSACTION,
    ROW_COUNT,
    STATE,
    PAID_THROUGH,
    /** Whose bookings are asked for, {@code yyyyMMdd}. */
    DAY,
    /** Of a list that is asked for, from 1 on. */
    PAGE,
    /** Of a day's sum: what was done. */
    COMMAND,
    /** Of a day's sum: how often. */
    COUNT,
    /** Of the person, from the citizen number (GB 11643), {@code yyyyMMdd}. */
    BIRTH_DATE,
    /** Of the person, from the citizen number. */
    SEX,
    /** A place that holds nothing of ours: the same text always, or none. */
    FILLER;

    /** Tongban's words that the profile translates for this field; empty where there is a pattern or no code. */
    List<String> ours() {
        return switch (this) {
            case CERTIFICATE_KIND -> Words.of(CertificateKind.class);
            case PLACE -> Words.of(ProvinceCommand.Place.class);
            case STATE -> Words.of(CoverState.class);
            case COMMAND -> Words.of(EntryKind.class);
            case SEX -> List.of("male", "female");
            default -> List.of();
        };
    }

    /** Which of them a profile has to translate: a province that has no code for a certificate does not take it. */
    List<String> needed() {
        return switch (this) {
            case CERTIFICATE_KIND -> List.of(Words.of(CertificateKind.IDENTITY_CARD));
            // A province that never takes back has no word for it.
            case COMMAND -> List.of(Words.of(EntryKind.WITHHOLD));
            default -> ours();
        };
    }

    /** Whether the profile translates this field by a code map. */
    public boolean coded() {
        return this == INSURANCE || !ours().isEmpty();
    }

    /** Whether a profile may say how its moment, day or month is written. */
    boolean time() {
        return switch (this) {
            case SENT_AT, SENT_TIME, BOOKED_AT, BOOKED_TIME, PERIOD, PAID_THROUGH, BIRTH_DATE, DAY -> true;
            default -> false;
        };
    }

    /** The moment of which this is the time of the day, for a province that writes the two apart. */
    public Optional<Field> momentOf() {
        return switch (this) {
            case SENT_TIME -> Optional.of(SENT_AT);
            case BOOKED_TIME -> Optional.of(BOOKED_AT);
            default -> Optional.empty();
        };
    }

    public boolean money() {
        return this == BASE || this == AMOUNT;
    }

    /** Whether fixed-width layouts write it as digits padded left with zeros. */
    public boolean digits() {
        return money() || this == ROW_COUNT || this == COUNT || this == PAGE;
    }

    /** How many characters a layout must leave room for at least: 20 for serials, as Tongban gives them. */
    int leastWidth() {
        return this == SERIAL || this == ASKED_SERIAL ? 20 : 1;
    }

    /** As profiles write it: {@code citizen-number}. */
    public String word() {
        return Words.of(this);
    }
}
