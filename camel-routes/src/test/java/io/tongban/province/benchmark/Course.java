package io.tongban.province.benchmark;

import io.tongban.province.ProvinceReply;
import java.nio.file.Path;

/**
 * One dialect's way of a withholding to a far side that answers at once: either through profile, route and codec, or the
 * bare transport with the same bytes already written. Both ways meet the same far side, in the same process.
 */
abstract class Course implements AutoCloseable {
    /** Which way a course takes. */
    enum Way {
        MEDIATED,
        BARE
    }

    private final Way way;

    Course(Way way) {
        this.way = way;
    }

    /**
     * Runs it once.
     *
     * @throws IllegalStateException if the far side's answer is not that of an accepted withholding
     */
    final void run() throws Exception {
        if (way == Way.MEDIATED) {
            mediated();
        } else {
            bare();
        }
    }

    abstract void mediated() throws Exception;

    abstract void bare() throws Exception;

    @Override
    public abstract void close() throws Exception;

    static Course of(String dialect, Way way, Path folder) throws Exception {
        return switch (dialect) {
            case "tcp" -> new TcpCourse(way, folder);
            case "soap" -> new SoapCourse(way, folder);
            case "exchangedb" -> new ExchangeDbCourse(way, folder);
            case "file" -> new FileCourse(way, folder);
            case "queue" -> new QueueCourse(way, folder);
            case "rest" -> new RestCourse(way, folder);
            default -> throw new IllegalArgumentException("no dialect " + dialect);
        };
    }

    static String serial(long number) {
        return String.format("S%019d", number);
    }

    static void accepted(ProvinceReply reply) {
        if (!(reply instanceof ProvinceReply.Accepted)) {
            throw new IllegalStateException("not accepted: " + reply);
        }
    }

    static void contains(String answer, String wanted) {
        if (!answer.contains(wanted)) {
            throw new IllegalStateException("no " + wanted + " in the answer");
        }
    }
}
