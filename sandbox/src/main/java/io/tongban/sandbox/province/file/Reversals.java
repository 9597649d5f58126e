package io.tongban.sandbox.province.file;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.Ledger;
import io.tongban.sandbox.province.ProvinceTime;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes bookings back on the province's own account, and says so in a file of its own. */
final class Reversals {
    private final Ledger ledger;
    private final ReplyPress press;
    private int number;

    Reversals(Ledger ledger, ReplyPress press) {
        this.ledger = ledger;
        this.press = press;
    }

    void takeBack(List<String> serials) throws IOException {
        List<String> taken = new ArrayList<>();
        Instant at = Instant.EPOCH;
        for (String serial : serials) {
            if (ledger.reverse(serial) instanceof Answer.Reversed reversed) {
                taken.add(serial);
                at = reversed.reversedAt();
            }
        }
        if (!taken.isEmpty()) {
            String day = ProvinceTime.second(at).substring(0, 8);
            press.reversals(String.format(Locale.ROOT, "REVERSED_%s_%03d", day, ++number), taken, at);
        }
    }
}
