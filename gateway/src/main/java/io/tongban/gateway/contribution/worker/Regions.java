package io.tongban.gateway.contribution.worker;

import io.tongban.gateway.platform.config.TableFile;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The regions that citizen numbers begin with, dated, from {@code citizen-number-regions.tsv}. */
record Regions(List<Region> all) {
    static final Regions PUBLISHED = read();

    boolean inForce(String code, LocalDate day) {
        return all.stream().anyMatch(region -> region.code.equals(code) && region.inForce(day));
    }

    /** One line; the mark is S (a source was read) or K (common knowledge of the field). */
    record Region(String code, LocalDate from, @Nullable LocalDate to, String mark, String source) {
        boolean inForce(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    private static Regions read() {
        return new Regions(TableFile.rows(Regions.class, "citizen-number-regions.tsv").stream()
                .map(Regions::parse)
                .toList());
    }

    private static Region parse(String[] cells) {
        LocalDate to = cells[4].isEmpty() ? null : LocalDate.parse(cells[4]);
        return new Region(cells[0], LocalDate.parse(cells[3]), to, cells[5], cells[6]);
    }
}
