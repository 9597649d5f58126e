package io.tongban.gateway.accounting.reconciliation;

import io.tongban.gateway.testing.ScriptedProvinces;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail.DayItem;
import io.tongban.province.ProvinceDetail.DayItems;
import io.tongban.province.ProvinceDetail.DayTotal;
import io.tongban.province.ProvinceDetail.DayTotals;
import io.tongban.province.ProvinceDetail.EntryKind;
import io.tongban.province.ProvinceReply;
import io.tongban.province.ProvinceReply.Accepted;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A province's book of whatever day it is asked for, two items a page. */
final class ProvincesBook {
    static final int PAGE = 2;

    final List<DayItem> items = new ArrayList<>();
    /** Commands that it was asked with. */
    final List<ProvinceCommand> asked = new CopyOnWriteArrayList<>();
    /** What it says its withholdings are of. */
    InsuranceKind insurance = ScriptedProvinces.PENSION;
    /** Happens as it lists a page. */
    Runnable paging = () -> {};
    /** Items that its totals know nothing of. */
    final List<DayItem> beyond = new ArrayList<>();

    void has(String serial, long fen) {
        items.add(new DayItem(EntryKind.WITHHOLD, serial, fen));
    }

    void tookBack(String serial, long fen) {
        items.add(new DayItem(EntryKind.REVERSE, serial, fen));
    }

    ProvinceReply reply(ProvinceCommand command) {
        asked.add(command);
        if (command instanceof ProvinceCommand.QueryDayItems query) {
            List<DayItem> all = Stream.concat(items.stream(), beyond.stream()).toList();
            List<DayItem> page =
                    all.stream().skip((query.page() - 1L) * PAGE).limit(PAGE).toList();
            paging.run();
            return new Accepted(command.serial(), new DayItems(page, !page.isEmpty()));
        }
        List<DayTotal> totals = Stream.of(EntryKind.values())
                .map(kind -> new DayTotal(
                        kind,
                        insurance,
                        items.stream().filter(item -> item.kind() == kind).count(),
                        items.stream()
                                .filter(item -> item.kind() == kind)
                                .mapToLong(DayItem::fen)
                                .sum()))
                .toList();
        return new Accepted(command.serial(), new DayTotals(totals));
    }
}
