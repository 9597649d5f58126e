package io.tongban.province.profile;

import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import io.tongban.province.TransactionKind;
import io.tongban.province.dated.Mistakes;
import io.tongban.province.dated.Values;
import io.tongban.province.dated.YamlEntry;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.UnsupportedCharsetException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        LayoutReader layouts = new LayoutReader(laidOut(needs, root));
        Mistakes mistakes = new Mistakes();
        Optional<Map<Field, CodeMap>> codes = part(mistakes, root, "codes", CodesReader::codes);
        Optional<Heads> heads = part(mistakes, root, "head", layouts::heads);
        Optional<Map<TransactionKind, Transaction>> transactions =
                part(mistakes, root, "transactions", layouts::transactions);
        Optional<ProvinceCode> code = part(mistakes, root, "code", entry -> Values.built(entry, ProvinceCode::new));
        Optional<List<String>> names = part(
                mistakes,
                root,
                "name",
                name -> List.of(name.get("zh").text(), name.get("en").text()));
        Optional<Validity> validity = part(mistakes, root, "valid", ProfileReader::validity);
        Optional<URI> endpoint = part(mistakes, root, "endpoint", new EndpointReader(placeholders, needs)::read);
        Optional<String> operator = part(mistakes, root, "operator", placeholders::fill);
        Optional<Secret> password = mistakes.read(() -> password(root, needs));
        Optional<Charset> charset = part(mistakes, root, "charset", entry -> charset(entry, needs));
        Optional<Timeouts> timeouts = part(mistakes, root, "timeouts", BoundsReader::timeouts);
        Optional<Limits> limits = part(mistakes, root, "limits", BoundsReader::limits);
        Optional<Hours> hours = maybe(mistakes, root, "hours", HoursReader::hours);
        Optional<CircuitBreakerSettings> breaker = maybe(mistakes, root, "breaker", BoundsReader::breaker);
        Optional<Patience> patience = mistakes.read(() -> BoundsReader.patience(root));
        // Without codes nobody can say which insurance has none.
        Optional<Set<InsuranceKind>> insurances = codes.isEmpty()
                ? Optional.empty()
                : part(mistakes, root, "insurances", entry -> CodesReader.insurances(entry, codes.get()));
        Optional<Map<String, Meaning>> returnCodes = part(mistakes, root, "return-codes", CodesReader::returnCodes);
        Optional<Options> options = maybe(
                mistakes,
                root,
                "options",
                given -> OptionsReader.options(
                        given,
                        root,
                        needs,
                        placeholders,
                        endpoint.map(URI::getScheme).orElse("")));
        Optional<Formats> formats = maybe(mistakes, root, "formats", FormatsReader::formats);
        root.find("insurances");
        mistakes.read(() -> {
            root.refuseUnknownKeys();
            return root;
        });
        mistakes.tell();
        ProvinceProfile profile = new ProvinceProfile(
                file,
                code.orElseThrow(),
                names.orElseThrow().get(0),
                names.orElseThrow().get(1),
                validity.orElseThrow(),
                needs.name(),
                endpoint.orElseThrow(),
                operator.orElseThrow(),
                password.orElseThrow(),
                charset.orElseThrow(),
                timeouts.orElseThrow(),
                limits.orElseThrow(),
                hours.orElseThrow(),
                breaker.orElseThrow(),
                patience.orElseThrow(),
                insurances.orElseThrow(),
                codes.orElseThrow(),
                ApartWords.of(
                        formats.orElseThrow(),
                        heads.orElseThrow(),
                        transactions.orElseThrow().values(),
                        root),
                returnCodes.orElseThrow(),
                options.orElseThrow(),
                heads.orElseThrow(),
                transactions.orElseThrow());
        EndpointReader.requireUseOfTls(profile, root.get("endpoint"));
        requireCodes(profile, root.get("codes"));
        SignInWords.check(profile, needs, root);
        ConstantWords.check(profile, root);
        MemberWords.check(profile, needs, root);
        JsonWords.check(profile, root);
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
        boolean byKey = root.find("options")
                .flatMap(options -> options.find(Options.CLIENT_KEY))
                .isPresent();
        return (needs.adds().contains(Field.PASSWORD) || byKey) && password.isEmpty()
                ? new Secret("")
                : placeholders.secret(root.get("password"));
    }

    private static <T> Optional<T> part(Mistakes mistakes, YamlEntry root, String key, Function<YamlEntry, T> reader) {
        return mistakes.read(() -> root.get(key)).flatMap(entry -> mistakes.read(entry, reader));
    }

    /** Of a key that may be missing. */
    private static <T> Optional<T> maybe(
            Mistakes mistakes, YamlEntry root, String key, Function<Optional<YamlEntry>, T> reader) {
        Optional<YamlEntry> entry = root.find(key);
        Optional<T> value = mistakes.read(() -> reader.apply(entry));
        if (value.isEmpty()) {
            entry.ifPresent(YamlEntry::excuse);
        }
        return value;
    }

    private DialectNeeds dialect(YamlEntry entry) {
        List<String> names = dialects.stream().map(DialectNeeds::name).sorted().toList();
        return dialects.stream()
                .filter(needs -> needs.name().equals(entry.text()))
                .findFirst()
                .orElseThrow(() -> entry.wrong("is not a dialect; write one of " + names));
    }

    /** How its layouts are written is a word of the profile in some dialects. */
    private DialectNeeds laidOut(DialectNeeds needs, YamlEntry root) {
        return needs.options().stream().noneMatch(option -> option.name().equals(DialectNeeds.LAYOUT))
                ? needs
                : root.find("options")
                        .flatMap(options -> options.find(DialectNeeds.LAYOUT))
                        .map(placeholders::fill)
                        .map(needs::laidOut)
                        .orElse(needs);
    }

    private static Validity validity(YamlEntry entry) {
        LocalDate to = entry.find("to").map(Values::date).orElse(FOR_EVER);
        return Values.built(entry.get("from"), from -> new Validity(Values.date(entry.get("from")), to));
    }

    private static Charset charset(YamlEntry entry, DialectNeeds needs) {
        if (!needs.charsets().contains(entry.text())) {
            throw entry.wrong("is not spoken by the dialect; write one of " + new TreeSet<>(needs.charsets()));
        }
        try {
            return Charsets.of(entry.text());
        } catch (UnsupportedCharsetException e) {
            throw entry.wrong("is not in this Java; run one that has the module jdk.charsets");
        }
    }

    private static void requireCodes(ProvinceProfile profile, YamlEntry codes) {
        Stream.concat(
                        Stream.of(profile.heads().request(), profile.heads().soapHeader()),
                        profile.transactions().values().stream()
                                .flatMap(transaction ->
                                        Stream.of(transaction.request(), transaction.reply(), transaction.row())))
                .flatMap(List::stream)
                .map(Slot::field)
                .filter(field -> field.coded() && !profile.codes().containsKey(field))
                .findFirst()
                .ifPresent(field -> {
                    throw codes.wrong("lacks \"" + field.word() + "\", which a layout uses; add it");
                });
    }
}
