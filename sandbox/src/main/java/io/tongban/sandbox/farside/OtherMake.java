package io.tongban.sandbox.farside;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A running province of other make, as whoever compares books sees it. */
public final class OtherMake implements AutoCloseable {
    private final String code;
    private final FarSide farSide;
    private final Cutter cutter;
    private final double cuts;
    private final Serials serials;

    /** @param cuts how likely a piece of what is said is cut off, once it is told to */
    OtherMake(String code, FarSide farSide, Cutter cutter, double cuts, Serials serials) {
        this.code = code;
        this.farSide = farSide;
        this.cutter = cutter;
        this.cuts = cuts;
        this.serials = serials;
    }

    /** Two digits. */
    public String code() {
        return code;
    }

    /** From now on connections are cut at random. */
    public void rise() {
        cutter.cut(cuts);
    }

    /** And no more. */
    public void calm() {
        cutter.cut(0);
    }

    /** How often a connection was cut. */
    public long struck() {
        return cutter.cuts();
    }

    /** What it has booked, by our serial; of a serial that it has booked more than once, the first. */
    public Map<String, Booked> booked() throws Exception {
        return farSide.booked().stream()
                .collect(Collectors.toMap(
                        booked -> serials.ours(booked.serial()), Function.identity(), (first, again) -> first));
    }

    /** Whether its books of days are files, which may be older than a question for them. */
    public boolean tellsByFiles() {
        return farSide.tellsByFiles();
    }

    /** What can be wrong in its books of days so that whoever reads them sees it. */
    public Set<Mistake.Kind> kinds() {
        return farSide.kinds();
    }

    /** From now on its books of days tell these wrongly, by our serials, and nothing else; none for right books. */
    public void mistake(List<Mistake> mistakes) throws Exception {
        farSide.mistake(mistakes.stream()
                .map(each -> each.with(serials.theirs(each.serial())))
                .toList());
    }

    /** Bookings of a serial, or of a person's month, that it had booked before. */
    public long doubled() throws Exception {
        Set<String> serialsSeen = new HashSet<>();
        Set<String> monthsSeen = new HashSet<>();
        long doubled = 0;
        for (Booked booked : farSide.booked()) {
            boolean newSerial = serialsSeen.add(booked.serial());
            boolean newMonth = monthsSeen.add(booked.person() + " " + booked.month());
            if (!newSerial || !newMonth) {
                doubled++;
            }
        }
        return doubled;
    }

    @Override
    public void close() throws Exception {
        cutter.close();
        farSide.close();
    }
}
