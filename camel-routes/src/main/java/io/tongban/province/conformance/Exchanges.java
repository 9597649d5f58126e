package io.tongban.province.conformance;

import io.tongban.province.CallLog;
import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceCall;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.TransactionKind;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was sent to the province and came of it, for a row that failed; of persons no more than tells them apart. Messages
 * and files come on threads of their own.
 */
final class Exchanges implements CallLog {
    private static final int MOST_CHARACTERS = 4000;
    /** Under one row; what stays unreadable comes again at each look. */
    private static final int MOST_ANSWERS = 3;

    private final StringBuilder text = new StringBuilder();
    private final Set<List<String>> answers = new HashSet<>();
    /** Of everybody so far: what comes late is about one who was asked about earlier. */
    private final Set<String> personal = new LinkedHashSet<>();

    synchronized void began(ProvinceCommand command) {
        personal.addAll(personal(command));
        add(TransactionKind.of(command).word() + " " + command.serial() + described(command));
    }

    @Override
    public synchronized void called(ProvinceCall call) {
        add(String.format(
                Locale.ROOT,
                "  %s -> %s%s, %d ms",
                call.kind().word(),
                call.outcome(),
                call.cause() == null ? "" : " (" + call.cause() + place(call) + ")",
                call.took().toMillis()));
    }

    @Override
    public synchronized void unreadable(byte[] answer) {
        show(UnreadAnswer.lines(answer, personal));
    }

    /** What came over a queue or in a file, whenever it came. */
    synchronized void arrived(String why, byte[] octets) {
        show(Stream.concat(Stream.of("  came: " + why), UnreadAnswer.lines(octets, personal).stream())
                .toList());
    }

    /** Also where many tries have filled the rest. */
    private void show(List<String> answer) {
        if (answers.size() < MOST_ANSWERS && answers.add(answer)) {
            answer.forEach(line -> text.append(line).append('\n'));
        }
    }

    private static String place(ProvinceCall call) {
        return call.place() == null ? "" : " at " + call.place();
    }

    /** Begins anew. */
    synchronized String taken() {
        String taken = text.toString();
        text.setLength(0);
        answers.clear();
        return taken;
    }

    private void add(String line) {
        if (text.length() + line.length() < MOST_CHARACTERS) {
            text.append(line).append('\n');
        }
    }

    private static String described(ProvinceCommand command) {
        if (command instanceof ProvinceCommand.Register register) {
            return person(register.person()) + ", place "
                    + register.place().name().toLowerCase(Locale.ROOT);
        }
        if (command instanceof ProvinceCommand.Withhold withhold) {
            return person(withhold.person()) + ", person number " + masked(withhold.personNumber()) + ", "
                    + withhold.insurance().value() + ", month " + withhold.period() + ", base "
                    + withhold.baseFen() + " fen, amount " + withhold.amountFen() + " fen";
        }
        if (command instanceof ProvinceCommand.ChangeInsurance change) {
            return person(change.person()) + ", person number " + masked(change.personNumber()) + ", "
                    + change.insurance().value() + ", from " + change.from()
                    + (change.change().hasBase() ? ", base " + change.baseFen() + " fen" : "");
        }
        if (command instanceof ProvinceCommand.Correct correct) {
            return person(correct.person()) + ", person number " + masked(correct.personNumber());
        }
        return command instanceof ProvinceCommand.QueryStatus query
                ? person(query.person()) + ", person number " + masked(query.personNumber())
                : "";
    }

    /** What a command says of its person, and an answer may say again. */
    private static List<String> personal(ProvinceCommand command) {
        if (command instanceof ProvinceCommand.Register register) {
            return personal(register.person(), "");
        }
        if (command instanceof ProvinceCommand.Withhold withhold) {
            return personal(withhold.person(), withhold.personNumber());
        }
        if (command instanceof ProvinceCommand.ChangeInsurance change) {
            return personal(change.person(), change.personNumber());
        }
        if (command instanceof ProvinceCommand.Correct correct) {
            return personal(correct.person(), correct.personNumber());
        }
        if (command instanceof ProvinceCommand.Inquire inquiry) {
            return personal(inquiry.about());
        }
        if (command instanceof ProvinceCommand.Reverse reversal) {
            return personal(reversal.about());
        }
        return command instanceof ProvinceCommand.QueryStatus query
                ? personal(query.person(), query.personNumber())
                : List.of();
    }

    private static List<String> personal(InsuredPerson person, String number) {
        return Stream.of(person.citizenNumber(), person.name(), person.mobile(), number)
                .filter(value -> !value.isBlank())
                .toList();
    }

    private static String person(InsuredPerson person) {
        return ": person " + masked(person.citizenNumber());
    }

    /** The last two characters. */
    private static String masked(String text) {
        int shown = Math.min(2, text.length());
        return "*".repeat(text.length() - shown) + text.substring(text.length() - shown);
    }
}
