package io.tongban.province.dialect.file;

import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Meaning;
import io.tongban.province.profile.ProvinceProfile;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes on what the rows of one reply say. */
final class RowSettler {
    private static final Logger LOG = LoggerFactory.getLogger(RowSettler.class);

    private final ProvinceProfile profile;
    private final TransactionKind kind;
    private final FileContext context;
    private final ReplyRow rows;
    private final Set<String> waiting;
    private Set<String> sent = Set.of();
    private final Set<String> named = new HashSet<>();
    private long strangers;
    private long unclear;

    /** @param waiting serials that a later reply has to answer; changed here */
    RowSettler(ProvinceProfile profile, TransactionKind kind, FileContext context, Set<String> waiting) {
        this.profile = profile;
        this.kind = kind;
        this.context = context;
        this.rows = new ReplyRow(profile, kind);
        this.waiting = waiting;
    }

    long fen(byte[] row) {
        return rows.fen(row);
    }

    /** Serials that were in the file: a row for any other answers nothing that was asked here. */
    void only(Set<String> serials) {
        sent = serials;
    }

    void settle(byte[] row) {
        Answer answer = rows.answer(row);
        String serial = profile.formats().ours(answer.get(Field.SERIAL)).orElse("");
        if (!sent.contains(serial)) {
            strangers++;
            return;
        }
        named.add(serial);
        waiting.add(serial);
        try {
            context.arrivals().arrived(profile, kind, answer);
        } catch (CallFailed e) {
            // No one can say what became of it; sent again it might be booked twice, so a later reply must tell.
            unclear++;
            context.arrivals().unreadable(profile, e, row);
            return;
        }
        Meaning meaning = profile.meaning(answer.get(Field.RETURN_CODE)).orElse(null);
        if (meaning == Meaning.Plain.OK || meaning instanceof Meaning.Refusal) {
            context.spool().answered(profile.code(), serial);
            waiting.remove(serial);
        }
    }

    /** Serials that were in the file and that this reply says nothing of, nor one before it. */
    Set<String> leftOut() {
        Set<String> left = new HashSet<>(sent);
        left.removeAll(named);
        left.removeAll(waiting);
        return left;
    }

    /** @param ofDay whether rows of other files may be in it */
    void report(String name, boolean ofDay) {
        if (strangers > 0 && !ofDay) {
            LOG.warn("province {}: {} has {} rows for serials that it was not sent", profile.code(), name, strangers);
        }
        if (unclear > 0) {
            LOG.warn("province {}: {} has {} rows that say nothing certain", profile.code(), name, unclear);
        }
    }
}
