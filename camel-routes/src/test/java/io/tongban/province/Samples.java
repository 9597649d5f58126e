package io.tongban.province;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** One person and the four commands about her; the citizen number is the standard's own example. */
final class Samples {
    static final String CITIZEN_NUMBER = "11010519491231002X";
    static final String NAME = "王小明";
    static final String MOBILE = "13800000000";
    static final String SERIAL = "W261123175200000001A";
    static final String PAYER = "91110108551385082Q";
    static final InsuredPerson PERSON = new InsuredPerson(CITIZEN_NUMBER, NAME, MOBILE);
    static final InsuranceKind PENSION = new InsuranceKind("AAE140:110");
    /** 17:52 in Shanghai. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:52:00Z"), ZoneOffset.UTC);

    static final ProvinceCode ANHUI = new ProvinceCode("34");
    static final ProvinceCode HENAN = new ProvinceCode("41");
    static final ProvinceCode GUANGDONG = new ProvinceCode("44");
    static final ProvinceCode SICHUAN = new ProvinceCode("51");
    /** Only the tests know it. */
    static final ProvinceCode DONGTING = new ProvinceCode("98");

    private Samples() {}

    static ProvinceCommand.Register register(ProvinceCode province) {
        return register(province, PERSON);
    }

    static ProvinceCommand.Register register(ProvinceCode province, InsuredPerson person) {
        return new ProvinceCommand.Register(province, SERIAL, person, ProvinceCommand.Place.WORK_PLACE);
    }

    static ProvinceCommand.Withhold withhold(ProvinceCode province) {
        return withhold(province, SERIAL);
    }

    static ProvinceCommand.Withhold withhold(ProvinceCode province, String serial) {
        return new ProvinceCommand.Withhold(
                province, serial, PERSON, "4400000001", PENSION, YearMonth.of(2026, 10), 551000, 110200, PAYER);
    }

    static ProvinceCommand.QueryStatus query(ProvinceCode province) {
        return new ProvinceCommand.QueryStatus(province, SERIAL, PERSON, "4400000001");
    }

    static ProvinceCommand.Inquire inquire(ProvinceCommand about) {
        return new ProvinceCommand.Inquire(about.province(), "Q2611231752000000001", about);
    }
}
