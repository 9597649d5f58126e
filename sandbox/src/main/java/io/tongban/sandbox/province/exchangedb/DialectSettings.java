package io.tongban.sandbox.province.exchangedb;

import io.tongban.sandbox.province.CodeBook;
import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.Transaction;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one province has agreed with its callers: names and codes, from the options of its file. What these do not say is
 * as on the dialect's page.
 */
final class DialectSettings {
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]{0,62}";
    private static final List<Transaction> TRANSACTIONS = Stream.of(Transaction.values())
            .filter(known -> known == Transaction.REGISTER
                    || known == Transaction.WITHHOLD
                    || known == Transaction.STATUS
                    || known == Transaction.CORRECT
                    || known == Transaction.DAY_TOTALS
                    || known == Transaction.DAY_ITEMS
                    || known.changesInsurance())
            .toList();
    private static final String CODES = "register XX01, withhold XX02, status XX03,"
            + " enrol XX41, change-base XX42, pause XX43, resume XX44, end XX45, correct XX46, day-totals XX51, day-items XX52";
    private static final String COLUMNS =
            "number xh, serial lsh, transaction jydm, operator czy, sent-at fssj, flag bz, "
                    + "citizen-number aac147, name aac003, mobile aac067, place aae173, person-number aac001, kind aae140, "
                    + "period aae002, base aae180, amount yjje, payer aab001, return-code fhdm, message fhxx, "
                    + "reply-person-number r_aac001, reply-receipt-number r_dzdh, reply-amount r_yjje, reply-booked-at r_jzsj, "
                    + "state aac031, paid-through aae042, day dzrq, page ym, entry-day dzrq, command jylx, count bs, "
                    + "entry-amount je, entry-serial ylsh";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[([a-z-]+)]");

    private final Charset charset;
    private final CodeBook codes;
    private final String table;
    private final String rowsTable;
    private final Map<String, String> columns;
    private final Map<String, String> transactions;
    private final Map<String, String> returnCodes;

    /** @throws IllegalArgumentException if a name is none */
    DialectSettings(SimulatedProvince province) {
        charset = Charset.forName(province.charset());
        codes = new CodeBook(province);
        table = checked(province.option("table", "si_exchange"));
        rowsTable = checked(province.option("rows-table", "si_exchange_rows"));
        columns = province.pairsOver("columns", COLUMNS);
        columns.values().forEach(DialectSettings::checked);
        transactions = province.pairsOver("transactions", CODES);
        returnCodes = province.pairsOver("return-codes", ReturnCode.usual());
    }

    Charset charset() {
        return charset;
    }

    CodeBook codes() {
        return codes;
    }

    /**
     * A statement in the province's names.
     *
     * @param text in which {@code [citizen-number]} stands for the column, {@code [table]} and {@code [rows]} for the two
     *     tables
     */
    String statement(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(identifier(found.group(1))));
    }

    private String identifier(String word) {
        return switch (word) {
            case "table" -> "front.\"" + table + '"';
            case "rows" -> "front.\"" + rowsTable + '"';
            default -> '"' + Objects.requireNonNull(columns.get(word), word) + '"';
        };
    }

    /** Nothing if the province has no such transaction. */
    Optional<Transaction> transaction(String code) {
        return TRANSACTIONS.stream()
                .filter(known -> code.equals(transactions.get(known.word())))
                .findFirst();
    }

    String returnCode(ReturnCode code) {
        return returnCodes.getOrDefault(code.word(), "");
    }

    private static String checked(String name) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("not a name for a table or a column: " + name);
        }
        return name;
    }
}
