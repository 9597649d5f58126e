package io.tongban.gateway.accounting.reconciliation;

import io.tongban.province.ProvinceDetail.DayItem;
import io.tongban.province.ProvinceDetail.EntryKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Table reconciliation_item: a province's list of a day, for as long as it is compared. */
final class ItemStore {
    private ItemStore() {}

    static void clear(Handle handle, DayKey key) {
        handle.createUpdate("delete from reconciliation_item where province = :province and day = :day")
                .bind("province", key.province().value())
                .bind("day", key.day())
                .execute();
    }

    /** What is listed twice counts twice: it differs from ours in its amount. */
    static void insert(Handle handle, DayKey key, List<DayItem> items) {
        handle.createUpdate("""
                        insert into reconciliation_item (province, day, kind, serial, fen)
                        select :province, :day, kind, serial, sum(fen)
                          from unnest(:kinds, :serials, :fens) as item (kind, serial, fen) group by kind, serial
                        on conflict (province, day, kind, serial)
                        do update set fen = reconciliation_item.fen + excluded.fen
                        """)
                .bind("province", key.province().value())
                .bind("day", key.day())
                .bindArray(
                        "kinds",
                        String.class,
                        items.stream().map(item -> item.kind().name()).toArray())
                .bindArray(
                        "serials",
                        String.class,
                        items.stream().map(DayItem::serial).toArray())
                .bindArray("fens", Long.class, items.stream().map(DayItem::fen).toArray())
                .execute();
    }

    static Map<EntryKind, Long> fen(Handle handle, DayKey key) {
        Map<EntryKind, Long> fen = new TreeMap<>();
        handle.createQuery("""
                        select kind, sum(fen) from reconciliation_item
                         where province = :province and day = :day group by kind
                        """)
                .bind("province", key.province().value())
                .bind("day", key.day())
                .map((row, context) -> fen.put(EntryKind.valueOf(row.getString(1)), row.getLong(2)))
                .list();
        return fen;
    }
}
