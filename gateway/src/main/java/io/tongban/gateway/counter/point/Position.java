package io.tongban.gateway.counter.point;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Degrees, WGS 84, to five decimals: a metre. */
public record Position(double latitude, double longitude) {
    private static final Pattern FORM = Pattern.compile(io.tongban.api.Patterns.POSITION);
    static final double EARTH_METRES = 6_371_008.8;

    /** Empty for what is no position. */
    static Optional<Position> read(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String[] parts = text.split(",", 2);
        return Optional.of(new Position(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])));
    }

    /** On a sphere; half a percent off at most. */
    double metresTo(Position other) {
        double from = Math.toRadians(latitude);
        double to = Math.toRadians(other.latitude);
        double north = Math.sin((to - from) / 2);
        double east = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double half = north * north + Math.cos(from) * Math.cos(to) * east * east;
        return 2 * EARTH_METRES * Math.asin(Math.sqrt(Math.min(1, half)));
    }

    String text() {
        return String.format(Locale.ROOT, "%.5f,%.5f", latitude, longitude);
    }
}
