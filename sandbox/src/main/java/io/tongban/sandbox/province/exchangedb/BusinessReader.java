package io.tongban.sandbox.province.exchangedb;

import io.tongban.sandbox.province.ProvinceTime;
import io.tongban.sandbox.province.RegisterOrder;
import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.WithholdOrder;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.util.Optional;

/** From a row to what it asks for. */
final class BusinessReader {
    private final String prefix;
    private final Charset charset;

    BusinessReader(SimulatedProvince province) {
        this.prefix = province.option("prefix", "XX");
        this.charset = Charset.forName(province.charset());
    }

    /** Nothing if the row cannot be read. */
    Optional<Business> read(RequestRow row) {
        try {
            String code = row.value("jydm");
            if (code.equals(prefix + "01")) {
                return Optional.of(register(row));
            }
            if (code.equals(prefix + "02")) {
                return Optional.of(withhold(row));
            }
            if (code.equals(prefix + "03")) {
                return Optional.of(new Business.Status(row.value("lsh"), row.value("aac001"), row.value("aac147")));
            }
            return Optional.empty();
        } catch (UnreadableRowException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private Business register(RequestRow row) throws UnreadableRowException {
        String place = row.value("aae173");
        if (!place.matches("[12]")) {
            throw new UnreadableRowException("aae173 is not 1 or 2");
        }
        return new Business.Register(
                row.value("lsh"), new RegisterOrder(row.value("aac147"), name(row), row.value("aac067"), place));
    }

    private Business withhold(RequestRow row) throws UnreadableRowException {
        WithholdOrder order = new WithholdOrder(
                row.value("aac001"),
                row.value("aac147"),
                name(row),
                row.value("aae140"),
                ProvinceTime.month(row.value("aae002")),
                fen(row, "aae180"),
                fen(row, "yjje"),
                row.value("aab001"));
        return new Business.Withhold(row.value("lsh"), order);
    }

    /** The table holds any character, the system behind it does not. */
    private String name(RequestRow row) throws UnreadableRowException {
        String name = row.value("aac003");
        if (!charset.newEncoder().canEncode(name)) {
            throw new UnreadableRowException("aac003 is not in the charset");
        }
        return name;
    }

    private static long fen(RequestRow row, String column) throws UnreadableRowException {
        return Yuan.toFen(row.value(column)).orElseThrow(() -> new UnreadableRowException(column + " is not yuan"));
    }
}
