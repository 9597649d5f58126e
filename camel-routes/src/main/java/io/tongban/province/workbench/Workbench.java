package io.tongban.province.workbench;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.TransactionKind;
import io.tongban.province.dated.DataFileException;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.Dialect;
import io.tongban.province.dialect.NotCarried;
import io.tongban.province.dialect.Rehearsal;
import io.tongban.province.dialect.Specimen;
import io.tongban.province.profile.DialectNeeds;
import io.tongban.province.profile.ProfileDraft;
import io.tongban.province.profile.ProvinceProfile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Tries one profile, connected to nothing. */
public final class Workbench implements AutoCloseable {
    private static final String ROUTE = "workbench";

    private final Collection<Dialect> dialects;
    private final Function<String, Optional<String>> properties;
    private final Clock clock;

    /**
     * @param dialects closed with this
     * @param properties what the placeholders of a profile stand for, as far as it is known
     */
    public Workbench(Collection<Dialect> dialects, Function<String, Optional<String>> properties, Clock clock) {
        this.dialects = List.copyOf(dialects);
        this.properties = properties;
        this.clock = clock;
    }

    /** Reads the profile as the start does, and shows what each of its commands sends. */
    public Checked check(Path file) {
        return with(file, (draft, rehearsal) -> {
            List<String> mistakes = new ArrayList<>();
            StringBuilder text = new StringBuilder(head(draft));
            rehearsal.signIn().ifPresent(specimen -> show(text, "sign-in", specimen));
            for (Map.Entry<TransactionKind, ProvinceCommand> each :
                    TestCommands.of(draft.profile(), Optional.empty(), clock).entrySet()) {
                String word = each.getKey().word();
                try {
                    show(text, word, rehearsal.request(each.getValue()));
                } catch (NotCarried e) {
                    mistakes.add(draft.profile().file() + ": \"" + e.field().word() + "\" of " + word
                            + " cannot be written for a test person; look at its width, its codes and the charset");
                }
            }
            return new Checked(text.toString(), mistakes);
        });
    }

    /**
     * Reads an answer as if it had come for this command.
     *
     * @param command such as {@code withhold}
     * @param serial that the command had
     */
    public Checked answer(Path file, String command, Optional<String> serial, byte[] octets) {
        return with(file, (draft, rehearsal) -> {
            Map<TransactionKind, ProvinceCommand> commands = TestCommands.of(draft.profile(), serial, clock);
            Optional<ProvinceCommand> asked = commands.entrySet().stream()
                    .filter(each -> each.getKey().word().equals(command))
                    .map(Map.Entry::getValue)
                    .findFirst();
            if (asked.isEmpty()) {
                List<String> words =
                        commands.keySet().stream().map(TransactionKind::word).toList();
                return new Checked("", List.of("the profile has no \"" + command + "\"; name one of " + words));
            }
            return new Checked(AnswerText.of(draft.profile(), rehearsal, asked.get(), octets), List.of());
        });
    }

    private Checked with(Path file, Trial trial) {
        try {
            List<DialectNeeds> needs = dialects.stream().map(Dialect::needs).toList();
            ProfileDraft draft = ProfileDraft.read(file, needs, properties);
            Dialect dialect = dialects.stream()
                    .filter(each -> each.needs().name().equals(draft.profile().dialect()))
                    .findFirst()
                    .orElseThrow();
            // What only the building of a route finds wrong is found here, too.
            dialect.route(draft.profile(), ROUTE);
            dialect.removed(draft.profile(), ROUTE);
            return trial.of(draft, dialect.rehearsal(draft.profile()));
        } catch (DataFileException e) {
            return new Checked("", e.mistakes());
        } catch (CallFailed | IllegalStateException | IllegalArgumentException e) {
            return new Checked("", List.of(String.valueOf(e.getMessage())));
        }
    }

    @FunctionalInterface
    private interface Trial {
        Checked of(ProfileDraft draft, Rehearsal rehearsal);
    }

    private static String head(ProfileDraft draft) {
        ProvinceProfile profile = draft.profile();
        StringBuilder text = new StringBuilder(profile.file() + ": " + profile.code() + " " + profile.nameEn() + " "
                + profile.nameZh() + ", dialect " + profile.dialect() + ", charset " + profile.charset() + "\n");
        if (!draft.standIns().isEmpty()) {
            text.append("Not set here, so that something stands in, and what is computed from it differs: ")
                    .append(String.join(", ", draft.standIns().stream().sorted().toList()))
                    .append('\n');
        }
        return text.toString();
    }

    private static void show(StringBuilder text, String command, Specimen specimen) {
        text.append('\n').append(command);
        if (!specimen.about().isEmpty()) {
            text.append(": ").append(specimen.about());
        }
        text.append('\n');
        if (!specimen.pieces().isEmpty()) {
            text.append(Ruler.of(specimen));
        }
        if (specimen.wrapped().length > 0) {
            text.append("which goes out packed or encrypted:\n").append(Ruler.of(specimen.wrapped()));
        }
    }

    @Override
    public void close() {
        dialects.forEach(Dialect::close);
    }
}
