package io.tongban.province;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where lines wait for the file that carries them, for provinces that are spoken to by files. The store is the
 * caller's, because the routes keep no state; each method is one transaction and safe against every other node.
 */
public interface ProvinceSpool {
    /** Stores a line to be sent; without effect if the serial is known already, wherever its line has got to. */
    void put(Line line);

    /** How far the line of this serial has got; empty if it was never put. */
    Optional<Progress> find(ProvinceCode province, String serial);

    /**
     * Makes this node the one that carries the province's files for a while.
     *
     * @return false if another node does
     */
    boolean tend(ProvinceCode province, Duration atMost);

    /**
     * Binds the lines of one kind that wait, oldest first, to a new file; from then on they belong to it.
     *
     * @param kind as in {@link Line#kind()}
     * @param day that the file's name bears
     * @return the new file; empty if no line waits
     */
    Optional<Batch> cut(ProvinceCode province, String kind, String day, int atMost);

    /** Files that are cut and not answered yet, oldest first. */
    List<Batch> open(ProvinceCode province);

    /** The lines of a file, in the order in which they were put. */
    List<Line> lines(Batch batch);

    /** The file and its mark are whole on the far side. */
    void uploaded(Batch batch, Instant at);

    /** The far side has answered this line, and the inbox has stored it. */
    void answered(ProvinceCode province, String serial);

    /**
     * Lines that a reply left out were not taken: those that are not answered wait again, for another file, under their
     * old serials, and hold no line of the batch that stays open.
     */
    void leftOut(Batch batch, Set<String> serials);

    /**
     * The reply file is worked off. Lines of the batch that were not answered were not taken: they wait again, for
     * another file, under their old serials.
     */
    void done(Batch batch);

    /**
     * @param kind of the transaction, such as {@code withhold}: a file holds one kind
     * @param text the fields of the line, in the form of the dialect; personal, so store it encrypted
     */
    record Line(ProvinceCode province, String serial, String kind, String text) {
        @Override
        public String toString() {
            return "Line[" + province + " " + serial + "]";
        }
    }

    /**
     * A file, by the day and number that name it.
     *
     * @param number counts from 1 each day, for each province and kind
     * @param uploadedAt absent until it is known to be whole on the far side
     */
    record Batch(
            ProvinceCode province,
            String kind,
            String day,
            int number,
            @Nullable Instant uploadedAt) {}

    /** Where a line is. */
    enum Progress {
        /** Not in a file yet, or in one that was answered without it. */
        WAITING,
        /** In a file whose reply is not worked off. */
        IN_FILE,
        ANSWERED
    }
}
