package io.tongban.sdk.examples;

import io.tongban.api.withholding.Withholding;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.WithholdingQuery;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Many calls under way without a thread for each, and a long list without holding it. */
public final class ManyAtOnce {
    private ManyAtOnce() {}

    public static List<Withholding> withhold(Tongban tongban, List<WithholdingOrder> orders) {
        List<CompletableFuture<Withholding>> underWay = orders.stream()
                .map(order -> tongban.withholdings().withholdAsync(order))
                .toList();
        return underWay.stream().map(CompletableFuture::join).toList();
    }

    public static long refusedFen(Tongban tongban, YearMonth month) {
        WithholdingQuery query = WithholdingQuery.all().ofPeriod(month).inState(WithholdingState.REFUSED);
        return tongban.withholdings().list(query).stream()
                .mapToLong(Withholding::amountFen)
                .sum();
    }
}
