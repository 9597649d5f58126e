package io.tongban.gateway.accounting.reconciliation;

import io.tongban.gateway.delivery.province.Serials;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail.DayItem;
import io.tongban.province.ProvinceDetail.DayItems;
import io.tongban.province.ProvinceDetail.DayTotals;
import io.tongban.province.ProvinceFacts;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.TransactionKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A province's books of a day, as its system tells them. Each call ends within the bounds of the profile. */
@ApplicationScoped
class ProvinceBooks {
    /** Of one booking each it would be far more than a province has in a day. */
    private static final int MOST_PAGES = 100_000;

    private final ProvinceLink link;
    private final Serials serials;

    @Inject
    ProvinceBooks(ProvinceLink link, Serials serials) {
        this.link = link;
        this.serials = serials;
    }

    /** Provinces that tell a day's totals. */
    List<ProvinceFacts> reconciled() {
        return link.provinces().stream()
                .filter(facts -> facts.health() != ProvinceFacts.Health.OFF)
                .filter(facts -> facts.capability(TransactionKind.DAY_TOTALS).sent())
                .toList();
    }

    boolean listsItems(DayKey key) {
        return link.facts(key.province())
                .filter(facts -> facts.capability(TransactionKind.DAY_ITEMS).sent())
                .isPresent();
    }

    /** @throws NotTold if there are none */
    DaySums sums(DayKey key) throws NotTold {
        ProvinceReply reply = link.send(new ProvinceCommand.QueryDayTotals(key.province(), serials.next(), key.day()));
        if (reply instanceof ProvinceReply.Accepted accepted && accepted.detail() instanceof DayTotals totals) {
            return DaySums.of(totals.totals());
        }
        throw new NotTold(word(reply));
    }

    /**
     * Hands over page after page, so that no more than one is in memory.
     *
     * @param most items that there can be by the day's totals
     * @param pages takes one, and says whether it wants another
     * @return whether all were taken
     * @throws NotTold if a page is missing, or there are more
     */
    boolean items(DayKey key, long most, Predicate<List<DayItem>> pages) throws NotTold {
        long told = 0;
        for (int page = 1; page <= MOST_PAGES; page++) {
            DayItems items = page(key, page);
            told += items.items().size();
            if (told > most) {
                throw NotTold.contradiction("items-too-many");
            }
            if (!pages.test(items.items())) {
                return false;
            }
            if (!items.more()) {
                return true;
            }
        }
        throw NotTold.contradiction("items-too-many");
    }

    private DayItems page(DayKey key, int page) throws NotTold {
        ProvinceReply reply =
                link.send(new ProvinceCommand.QueryDayItems(key.province(), serials.next(), key.day(), page));
        if (reply instanceof ProvinceReply.Accepted accepted && accepted.detail() instanceof DayItems items) {
            return items;
        }
        throw new NotTold(word(reply));
    }

    private static String word(ProvinceReply reply) {
        return Optional.ofNullable(reply.causeWord()).orElse(reply.outcomeWord());
    }

    /** What was asked for did not come, or cannot be right; the province is asked again. */
    static final class NotTold extends Exception {
        private static final long serialVersionUID = 1L;

        private final String cause;
        private final boolean contradicts;

        NotTold(String cause) {
            this(cause, false);
        }

        private NotTold(String cause, boolean contradicts) {
            super(cause, null, true, false);
            this.cause = cause;
            this.contradicts = contradicts;
        }

        /** What it lists is not what it says the day comes to. */
        static NotTold contradiction(String cause) {
            return new NotTold(cause, true);
        }

        boolean contradicts() {
            return contradicts;
        }

        /** In one stable word. */
        String word() {
            return cause;
        }
    }
}
