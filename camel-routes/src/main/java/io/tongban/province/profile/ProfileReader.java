package io.tongban.province.profile;

import io.tongban.province.ProvinceCode;
import io.tongban.province.TransactionKind;
import io.tongban.province.dated.Values;
import io.tongban.province.dated.YamlEntry;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns the text of one profile file into a {@link ProvinceProfile}, or says where and why it cannot. */
final class ProfileReader {
    private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    private final Collection<DialectNeeds> dialects;
    private final Placeholders placeholders;

    ProfileReader(Collection<DialectNeeds> dialects, Function<String, Optional<String>> properties) {
        this.dialects = dialects;
        this.placeholders = new Placeholders(properties);
    }

    ProvinceProfile read(String file, String text) {
        YamlEntry root = YamlEntry.document(file, text);
        DialectNeeds needs = dialect(root.get("dialect"));
        LayoutReader layouts = new LayoutReader(needs);
        Map<Field, CodeMap> codes = CodesReader.codes(root.get("codes"));
        Heads heads = layouts.heads(root.get("head"));
        Map<TransactionKind, Transaction> transactions = layouts.transactions(root.get("transactions"));
        ProvinceProfile profile = new ProvinceProfile(
                file,
                Values.built(root.get("code"), ProvinceCode::new),
                root.get("name").get("zh").text(),
                root.get("name").get("en").text(),
                validity(root.get("valid")),
                needs.name(),
                new EndpointReader(placeholders, needs).read(root.get("endpoint")),
                placeholders.fill(root.get("operator")),
                password(root, needs),
                charset(root.get("charset"), needs),
                BoundsReader.timeouts(root.get("timeouts")),
                BoundsReader.limits(root.get("limits")),
                HoursReader.hours(root.find("hours")),
                BoundsReader.breaker(root.find("breaker")),
                BoundsReader.patience(root),
                CodesReader.insurances(root.get("insurances"), codes),
                codes,
                CodesReader.returnCodes(root.get("return-codes")),
                OptionsReader.options(root.find("options"), root, needs, placeholders),
                heads,
                transactions);
        root.refuseUnknownKeys();
        EndpointReader.requireUseOfTls(profile, root.get("endpoint"));
        requireCodes(profile, root.get("codes"));
        SignInWords.check(profile, needs, root);
        return profile;
    }

    /** What is known of a province of which no property is set that its file asks for; empty if one is. */
    Optional<OffProvince> off(String file, String text) {
        YamlEntry root = YamlEntry.document(file, text);
        if (!placeholders.allMissing(root)) {
            return Optional.empty();
        }
        return Optional.of(new OffProvince(
                Values.built(root.get("code"), ProvinceCode::new),
                root.get("name").get("zh").text(),
                root.get("name").get("en").text(),
                dialect(root.get("dialect")).name(),
                CodesReader.insurances(root.get("insurances"), CodesReader.codes(root.get("codes"))),
                BoundsReader.limits(root.get("limits")).queue(),
                BoundsReader.patience(root)));
    }

    /** Some dialects send it only where a layout says so. */
    private Secret password(YamlEntry root, DialectNeeds needs) {
        Optional<YamlEntry> password = root.find("password");
        return needs.adds().contains(Field.PASSWORD) && password.isEmpty()
                ? new Secret("")
                : placeholders.secret(root.get("password"));
    }

    private DialectNeeds dialect(YamlEntry entry) {
        List<String> names = dialects.stream().map(DialectNeeds::name).sorted().toList();
        return dialects.stream()
                .filter(needs -> needs.name().equals(entry.text()))
                .findFirst()
                .orElseThrow(() -> entry.wrong("is not a dialect; write one of " + names));
    }

    private static Validity validity(YamlEntry entry) {
        LocalDate to = entry.find("to").map(Values::date).orElse(FOR_EVER);
        return Values.built(entry.get("from"), from -> new Validity(Values.date(entry.get("from")), to));
    }

    private static Charset charset(YamlEntry entry, DialectNeeds needs) {
        if (!needs.charsets().contains(entry.text())) {
            throw entry.wrong("is not spoken by the dialect; write one of " + new TreeSet<>(needs.charsets()));
        }
        return Charset.forName(entry.text());
    }

    private static void requireCodes(ProvinceProfile profile, YamlEntry codes) {
        profile.transactions().values().stream()
                .flatMap(transaction -> Stream.of(transaction.request(), transaction.reply(), transaction.row()))
                .flatMap(List::stream)
                .map(Slot::field)
                .filter(field -> field.coded() && !profile.codes().containsKey(field))
                .findFirst()
                .ifPresent(field -> {
                    throw codes.wrong("lacks \"" + field.word() + "\", which a layout uses; add it");
                });
    }
}
