package io.tongban.province.dialect.exchangedb;

import io.tongban.province.TransactionKind;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import io.tongban.province.profile.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements of one request, in the profile's names for tables and columns; each name was checked when the profile
 * was read, and is quoted here. A selected text is cut off over there one character after what it may have, so that no
 * value takes more memory here than its column should.
 */
final class Statements {
    /** Rows of one serial that are looked at; no province answers more often than that. */
    static final int MOST_ROWS = 10;
    /** Entries of an answer's list: of a person's insurances, or a day's sums. */
    private static final int MOST_ENTRIES = 100;
    /** Of a day's bookings, so that no more are in memory. */
    private static final int MOST_ITEMS = 10_000;
    /** Characters, where the profile's limits say nothing: the widest column of the dialect's page. */
    private static final int USUAL_WIDTH = 200;

    private final ProvinceProfile profile;
    private final Transaction transaction;
    private final TransactionKind kind;
    private final boolean inquiry;
    private final SqlDialect sql;

    Statements(ProvinceProfile profile, ExchangeRequest request) {
        this(profile, request.kind(), request.isInquiry());
    }

    /** Of a command, not of an inquiry after it. */
    Statements(ProvinceProfile profile, TransactionKind kind) {
        this(profile, kind, false);
    }

    private Statements(ProvinceProfile profile, TransactionKind kind, boolean inquiry) {
        this.profile = profile;
        this.kind = kind;
        this.transaction = profile.transaction(kind);
        this.inquiry = inquiry;
        this.sql = SqlDialect.of(profile);
    }

    /** The most characters of a field's column. */
    static int width(ProvinceProfile profile, Field field) {
        return profile.limits().widths().getOrDefault(field, USUAL_WIDTH);
    }

    int width(Field field) {
        return width(profile, field);
    }

    /** What an insert fills in. */
    static List<Slot> inserted(ProvinceProfile profile, TransactionKind kind) {
        return joined(profile.heads().request(), profile.transaction(kind).request());
    }

    /** The column that says how far the province is with a row. */
    String flag() {
        return profile.options().text("flag");
    }

    /** What {@link #row()} selects, after the flag. */
    List<Slot> selected() {
        List<Slot> slots = new ArrayList<>();
        slots.add(slot(profile.heads().request(), Field.TRANSACTION));
        slots.addAll(profile.heads().reply());
        slots.addAll(transaction.reply());
        return slots;
    }

    /** What {@link #entries()} selects; empty if the answer has no list. */
    List<Slot> listed() {
        return transaction.row();
    }

    /** Parameters: the values of {@link #inserted}, and the serial again. */
    String insert() {
        List<Slot> slots = inserted(profile, kind);
        String names = slots.stream().map(slot -> quoted(slot.element())).collect(Collectors.joining(", "));
        String marks = slots.stream().map(slot -> "?").collect(Collectors.joining(", "));
        String table = quoted(profile.options().text("table"));
        return "insert into " + table + " (" + names + ") select " + marks + sql.fromNothing()
                + " where not exists (select 1 from " + table + " where " + serialColumn() + " = ?)";
    }

    /** Parameters as before; what the insert needs must be there, and no row comes of it. */
    String insertNothing() {
        return insert() + " and 1 = 0";
    }

    /** Parameter: the serial, where there are locks of texts. */
    String lock() {
        return sql.lock(profile.options().text("table"));
    }

    /** Parameter: the serial. Empty where nothing is to be done. */
    String unlock() {
        return sql.unlock();
    }

    boolean locksBySerial() {
        return sql.locksBySerial();
    }

    /** Parameter: the serial. */
    String row() {
        String flag = sql.text(flag(), 2) + ", ";
        return "select " + flag + texts(selected()) + " from "
                + quoted(profile.options().text("table")) + " where " + serialColumn() + " = ?"
                + sql.atMost(MOST_ROWS + 1);
    }

    /** Parameter: the serial. A row may have been answered twice over there, hence distinct. */
    String entries() {
        return "select distinct " + texts(transaction.row()) + " from "
                + quoted(profile.options().text("rows-table")) + " where " + serialColumn() + " = ?"
                + sql.atMost(mostEntries() + 1);
    }

    /** What has more is no answer. */
    int mostEntries() {
        return kind == TransactionKind.DAY_ITEMS ? MOST_ITEMS : MOST_ENTRIES;
    }

    private String serialColumn() {
        Slot slot = inquiry
                ? slot(profile.transaction(TransactionKind.INQUIRE).request(), Field.ASKED_SERIAL)
                : slot(profile.heads().request(), Field.SERIAL);
        return quoted(slot.element());
    }

    private String texts(List<Slot> slots) {
        return slots.stream()
                .map(slot -> sql.text(slot.element(), width(profile, slot.field()) + 1))
                .collect(Collectors.joining(", "));
    }

    private String quoted(String name) {
        return sql.quoted(name);
    }

    /** The layout reader saw to it that there is one. */
    private static Slot slot(List<Slot> slots, Field field) {
        return slots.stream().filter(slot -> slot.field() == field).findFirst().orElseThrow();
    }

    private static List<Slot> joined(List<Slot> some, List<Slot> more) {
        List<Slot> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
