package io.tongban.province.nearside;

import io.tongban.province.InsuranceKind;
import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.UnknownCause;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;

/** One person and the four commands about her; the citizen number is the standard's own example. */
public final class Samples {
    public static final String CITIZEN_NUMBER = "11010519491231002X";
    public static final String NAME = "王小明";
    public static final String MOBILE = "13800000000";
    public static final String SERIAL = "W261123175200000001A";
    public static final String PAYER = "91110108551385082Q";
    public static final InsuredPerson PERSON = new InsuredPerson(CITIZEN_NUMBER, NAME, MOBILE);
    public static final InsuranceKind PENSION = new InsuranceKind("AAE140:110");
    /** 17:52 in Shanghai. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:52:00Z"), ZoneOffset.UTC);

    public static final ProvinceCode ANHUI = new ProvinceCode("34");
    public static final ProvinceCode HENAN = new ProvinceCode("41");
    public static final ProvinceCode GUANGDONG = new ProvinceCode("44");
    public static final ProvinceCode SICHUAN = new ProvinceCode("51");
    /** Only the tests know it. */
    public static final ProvinceCode DONGTING = new ProvinceCode("98");

    private Samples() {}

    public static ProvinceCommand.Register register(ProvinceCode province) {
        return register(province, PERSON);
    }

    public static ProvinceCommand.Register register(ProvinceCode province, InsuredPerson person) {
        return new ProvinceCommand.Register(province, SERIAL, person, ProvinceCommand.Place.WORK_PLACE);
    }

    public static ProvinceCommand.Withhold withhold(ProvinceCode province) {
        return withhold(province, SERIAL);
    }

    public static ProvinceCommand.Withhold withhold(ProvinceCode province, String serial) {
        return new ProvinceCommand.Withhold(
                province, serial, PERSON, "4400000001", PENSION, YearMonth.of(2026, 10), 551000, 110200, PAYER);
    }

    public static ProvinceCommand.QueryStatus query(ProvinceCode province) {
        return new ProvinceCommand.QueryStatus(province, SERIAL, PERSON, "4400000001");
    }

    public static ProvinceCommand.Inquire inquire(ProvinceCommand about) {
        return new ProvinceCommand.Inquire(about.province(), "Q2611231752000000001", about);
    }

    /** @param word as logs write it, such as {@code connection-cut} */
    public static UnknownCause cause(String word) {
        return UnknownCause.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
