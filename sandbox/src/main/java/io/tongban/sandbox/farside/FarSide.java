package io.tongban.sandbox.farside;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One running system of other make: where it listens, and what it has booked. */
interface FarSide extends AutoCloseable {
    /** TCP port on loopback. */
    int port();

    /** What else its profile has to be told: values of {@code tongban.province.CODE.NAME} by NAME, none of them secret. */
    Map<String, String> told();

    /** Whether its books of days are files, written apart from any question. */
    boolean tellsByFiles();

    /** Its own book, in no particular order. */
    List<Booked> booked() throws Exception;

    /** What can be wrong in its books of days so that whoever reads them sees it. */
    default Set<Mistake.Kind> kinds() {
        return EnumSet.allOf(Mistake.Kind.class);
    }

    /** From now on its books of days tell these wrongly, by its own serials, and nothing else. */
    void mistake(List<Mistake> mistakes) throws Exception;

    @Override
    void close() throws Exception;
}
