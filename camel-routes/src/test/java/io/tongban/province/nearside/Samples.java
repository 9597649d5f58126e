package io.tongban.province.nearside;

import io.tongban.province.InsuranceKind;
import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.UnknownCause;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
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

    public static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    public static ProvinceCommand.QueryDayTotals totals(ProvinceCode province) {
        return new ProvinceCommand.QueryDayTotals(province, SERIAL, DAY);
    }

    /** @param page from 1 on */
    public static ProvinceCommand.QueryDayItems items(ProvinceCode province, int page) {
        return new ProvinceCommand.QueryDayItems(province, SERIAL, DAY, page);
    }

    /** As each far side of the tests tells it of {@link #DAY}. */
    public static final ProvinceDetail TOTALS = new ProvinceDetail.DayTotals(List.of(
            new ProvinceDetail.DayTotal(ProvinceDetail.EntryKind.WITHHOLD, PENSION, 12, 1_920_001),
            new ProvinceDetail.DayTotal(ProvinceDetail.EntryKind.REVERSE, PENSION, 1, 160_000)));

    public static final ProvinceDetail ITEMS = new ProvinceDetail.DayItems(
            List.of(
                    new ProvinceDetail.DayItem(ProvinceDetail.EntryKind.WITHHOLD, SERIAL, 160_001),
                    new ProvinceDetail.DayItem(ProvinceDetail.EntryKind.REVERSE, "THEIRS-1", 160_000)),
            true);

    public static ProvinceCommand.Inquire inquire(ProvinceCommand about) {
        return new ProvinceCommand.Inquire(about.province(), "Q2611231752000000001", about);
    }

    /** @param word as logs write it, such as {@code connection-cut} */
    public static UnknownCause cause(String word) {
        return UnknownCause.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
