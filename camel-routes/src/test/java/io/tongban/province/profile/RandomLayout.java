package io.tongban.province.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tongban.province.Configured;
import io.tongban.province.nearside.Samples;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Some fields of a withholding in some order with constants between, and values for them. A test puts them into a
 * request and lays an answer out in the same way, so that what is written must be read again.
 *
 * @param items fields, and constants with their =
 * @param charset that the profile says; empty for that of the shipped one
 */
public record RandomLayout(List<String> items, Map<Field, String> values, RandomFormats formats, String charset) {
    private static final Map<Field, String> FIXED = Map.of(
            Field.CITIZEN_NUMBER, Samples.CITIZEN_NUMBER,
            Field.PERSON_NUMBER, "4400000001",
            Field.PAYER, Samples.PAYER);

    /** Where an item stands, by its number. */
    public interface Placing {
        /** @return what follows the item in its line, with a blank before it; empty for nothing */
        String at(int number, String item);

        /** @return the words before the item, with a blank behind each; empty for none */
        default String before(int number, String item) {
            return "";
        }
    }

    public static Arbitrary<RandomLayout> any() {
        return any("王", "小", "明", "䶮", "买", "·");
    }

    /** @param characters of names */
    public static Arbitrary<RandomLayout> any(String... characters) {
        Arbitrary<List<String>> items = Arbitraries.shuffle(
                        "citizen-number",
                        "person-number",
                        "period",
                        "payer",
                        "birth-date",
                        "insurance",
                        "sex",
                        "name",
                        "base",
                        "optional mobile",
                        "=X1",
                        "=07")
                .flatMap(all -> Arbitraries.integers().between(1, all.size()).map(count -> all.subList(0, count)))
                .map(RandomLayout::withAmount);
        Arbitrary<String> name =
                Arbitraries.of(characters).list().ofMinSize(1).ofMaxSize(6).map(parts -> String.join("", parts));
        Arbitrary<Long> fen = Arbitraries.longs().between(0, 99_999_999_99L);
        Arbitrary<String> mobile = Arbitraries.of("", Samples.MOBILE);
        return Combinators.combine(items, name, mobile, fen, fen, RandomFormats.any())
                .as(RandomLayout::of);
    }

    private static List<String> withAmount(List<String> items) {
        List<String> all = new ArrayList<>(items);
        all.add("amount");
        return all;
    }

    private static RandomLayout of(
            List<String> items, String name, String mobile, long base, long amount, RandomFormats formats) {
        Map<Field, String> all = new EnumMap<>(FIXED);
        all.putAll(formats.values());
        all.put(Field.NAME, name);
        all.put(Field.MOBILE, mobile);
        all.put(Field.BASE, Long.toString(base));
        all.put(Field.AMOUNT, Long.toString(amount));
        Map<Field, String> values = new EnumMap<>(Field.class);
        all.forEach((field, value) -> {
            // One that the command has not is in no request, and in no answer.
            boolean placed = items.contains(field.word()) || items.contains("optional " + field.word());
            if (placed && !value.isEmpty()) {
                values.put(field, value);
            }
        });
        return new RandomLayout(items, values, formats, "");
    }

    /** The same, of a province that writes in this charset. */
    public RandomLayout in(String written) {
        return new RandomLayout(items, values, formats, written);
    }

    /** How many lines its layout has. */
    public int lines() {
        return items.size() + 1 + formats.moment().size();
    }

    /** What was read is what was written, and means the same. */
    public void assertReadAgain(ProvinceProfile profile, Map<Field, String> read) {
        assertThat(read).containsAllEntriesOf(values);
        formats.assertMeant(profile, read);
    }

    /** The values, and what the head and the end of a request have. */
    public Map<Field, String> fields(String code) {
        Map<Field, String> fields = new EnumMap<>(values);
        fields.put(Field.TRANSACTION, code);
        fields.put(Field.SERIAL, Samples.SERIAL);
        return fields;
    }

    /**
     * A shipped profile with this layout for its withholding. A request says of itself what an answer must.
     *
     * @param request head; with a constant where the answer has its return code
     * @param reply head
     * @param options that differ from the shipped ones
     */
    public ProvinceProfile in(
            String file, List<String> request, List<String> reply, Map<String, String> options, Placing placing) {
        return in(file, request, reply, options, false, placing);
    }

    /** The same, with widths that count octets or characters. */
    public ProvinceProfile in(
            String file,
            List<String> request,
            List<String> reply,
            Map<String, String> options,
            boolean inBytes,
            Placing placing) {
        ObjectNode profile = ProfileSchema.shipped(file);
        if (inBytes) {
            profile.withObject("/limits").put("widths-in", "bytes");
        }
        formats.putInto(profile);
        if (!charset.isEmpty()) {
            profile.put("charset", charset);
        }
        ObjectNode given = profile.withObject("/options");
        options.forEach((name, value) -> {
            if (value.isEmpty()) {
                given.remove(name);
            } else {
                given.put(name, value);
            }
        });
        put(profile.withObject("/head").putArray("request"), request.stream());
        put(profile.withObject("/head").putArray("reply"), reply.stream());
        if (profile.get("dialect").asText().equals("tcp")
                && request.stream().noneMatch(line -> line.startsWith("key "))) {
            profile.remove("password");
        }
        if (options.containsKey("layout")) {
            // The shipped ones are laid out in another way.
            ObjectNode transactions = profile.withObject("/transactions");
            List<String> others = new ArrayList<>();
            transactions.fieldNames().forEachRemaining(others::add);
            others.remove("withhold");
            others.forEach(other -> transactions.putObject(other).put("capability", "none"));
            if (profile.get("dialect").asText().equals("file")) {
                profile.withObject("/limits").remove("widths");
                transactions.set(
                        "inquire",
                        ProfileSchema.profile("{code: none, capability: batch, request: [asked-serial 20]}"));
            }
        }
        ObjectNode withhold = profile.withObject("/transactions/withhold");
        put(
                withhold.putArray("request"),
                lines(placing, "=R1", formats.moment().values().stream().map(text -> "=" + text)));
        // What is not there in an answer needs no word for it, but in a column.
        boolean columns = profile.get("dialect").asText().equals("exchangedb");
        put(
                withhold.putArray("reply"),
                lines(placing, "receipt-number", formats.moment().keySet().stream())
                        .map(line -> columns ? line : line.replaceFirst("optional ", "")));
        String text = profile.toString();
        return new ProfileReader(Configured.dialects(), Configured::property).read(file, text);
    }

    private Stream<String> lines(Placing placing, String receipt, Stream<String> booked) {
        List<String> all = new ArrayList<>(items);
        all.add(receipt);
        booked.forEach(all::add);
        List<String> lines = new ArrayList<>();
        for (String item : all) {
            lines.add(placing.before(lines.size(), item) + item + placing.at(lines.size(), item));
        }
        return lines.stream();
    }

    private static void put(ArrayNode array, Stream<String> lines) {
        lines.forEach(array::add);
    }
}
