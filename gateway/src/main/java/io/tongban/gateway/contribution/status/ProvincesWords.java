package io.tongban.gateway.contribution.status;

import io.tongban.gateway.contribution.withholding.PaidMonth;
import io.tongban.gateway.contribution.withholding.PaidMonth.Source;
import io.tongban.gateway.contribution.withholding.PaidThere;
import io.tongban.gateway.contribution.withholding.WithholdingQueries;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceDetail.Cover;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what provinces say of months that were not paid through the gateway. Written only when it says something new, so
 * that the usual status writes nothing.
 */
@ApplicationScoped
class ProvincesWords {
    private final PaidThere paidThere;
    private final WithholdingQueries withholdings;
    private final Jdbi jdbi;

    @Inject
    ProvincesWords(PaidThere paidThere, WithholdingQueries withholdings, Jdbi jdbi) {
        this.paidThere = paidThere;
        this.withholdings = withholdings;
        this.jdbi = jdbi;
    }

    private record Word(ProvinceCode province, Cover cover) {}

    /** What is paid by now; empty if the answers say nothing new. */
    Optional<List<PaidMonth>> learnt(
            String personId, List<PaidMonth> known, Map<ProvinceCode, ProvinceDetail.Covers> answers) {
        List<Word> news = new ArrayList<>();
        answers.forEach((province, answer) -> answer.covers().stream()
                .filter(cover -> isNew(known, province, cover))
                .forEach(cover -> news.add(new Word(province, cover))));
        if (news.isEmpty()) {
            return Optional.empty();
        }
        // All who write several do so in one order.
        news.sort(Comparator.comparing((Word word) -> word.province().value())
                .thenComparing(word -> word.cover().insurance().value()));
        return Optional.of(jdbi.inTransaction(handle -> {
            news.forEach(word -> paidThere.through(
                    handle, personId, word.province(), word.cover().insurance(), said(word.cover())));
            return withholdings.paid(handle, List.of(personId));
        }));
    }

    private boolean isNew(List<PaidMonth> known, ProvinceCode province, Cover cover) {
        YearMonth through = said(cover);
        Optional<YearMonth> before = known.stream()
                .filter(month -> month.is(province, cover.insurance()) && month.source() == Source.PAID_THROUGH)
                .map(PaidMonth::period)
                .max(Comparator.naturalOrder());
        boolean confirmed = through != null
                && known.stream()
                        .anyMatch(month -> month.is(province, cover.insurance())
                                && month.source() == Source.CONFIRMED
                                && month.period().equals(through));
        return before.isPresent() ? !Objects.equals(before.get(), through) : through != null && !confirmed;
    }

    private @Nullable YearMonth said(Cover cover) {
        YearMonth through = cover.paidThrough();
        return through == null || !paidThere.isPlausible(through) ? null : through;
    }
}
