package io.tongban.province.farside;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Sichuan as a system that keeps what it is told, from one run to the next: who is registered and by which name, what is
 * paid, and what was changed from when. It takes no change that holds from before an earlier one.
 */
public final class KeepingProvince implements TcpStub.Script {
    private static final int BODY = 64;
    private static final int NAME = 40;
    private static final String REGISTER = "1001";
    private static final String WITHHOLD = "2001";
    private static final String INQUIRE = "2009";
    private static final String ENROL = "4001";
    public static final String PAUSE = "4003";
    public static final String END = "4005";
    private static final String RESUME = "4004";
    private static final String CORRECT = "4006";
    private static final Set<String> OTHERS = Set.of("3001", "5001", "5002");
    private static final String AMOUNT = "000000160000";

    private static final String UNCERTAIN = "Z999";

    private static final String PERSON_UNKNOWN = "B001";
    private static final String ANOTHER_NAME = "B002";
    private static final String NOT_ELIGIBLE = "B003";
    private static final String ANOTHER_AMOUNT = "C001";
    private static final String ALREADY_PAID = "C002";

    private final Map<String, Person> byNumber = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<String, String> answers = new HashMap<>();
    /** Months that came with a withholding, in their order. */
    public final List<String> months = new CopyOnWriteArrayList<>();
    /** The first month that can be paid. */
    public volatile String earliest = "";
    /** A name under which nothing is withheld, though the person has it. */
    public volatile String unlucky = "";

    /** What is known of somebody. */
    public static final class Person {
        private final String citizenNumber;
        private final TreeSet<String> paid = new TreeSet<>();
        public String name;
        /** The last change and from when it holds; RESUME where nothing was changed. */
        public String change = RESUME;

        public String from = "";

        Person(String citizenNumber, String name) {
            this.citizenNumber = citizenNumber;
            this.name = name;
        }

        boolean isOpenIn(String month) {
            return month.compareTo(from) < 0 || !(change.equals(PAUSE) || change.equals(END));
        }
    }

    @Override
    public void answer(byte[] request, OutputStream out, Socket socket) throws IOException {
        out.write(TcpStub.frame(answered(request)));
    }

    private synchronized String answered(byte[] request) {
        String transaction = TcpStub.text(request, 0, 4);
        String serial = TcpStub.text(request, 4, 20);
        if (transaction.equals(INQUIRE)) {
            String answer = answers.getOrDefault(TcpStub.text(request, BODY, 20), "D404");
            return TcpStub.head(request, answer.substring(0, 4)) + answer.substring(4);
        }
        String answer = answers.get(serial);
        if (answer == null) {
            answer = worked(transaction, request, "R" + serial.substring(1));
            answers.put(serial, answer);
        }
        return TcpStub.head(request, answer.substring(0, 4)) + answer.substring(4);
    }

    private String worked(String transaction, byte[] request, String receipt) {
        if (OTHERS.contains(transaction)) {
            return UNCERTAIN;
        }
        if (transaction.equals(REGISTER)) {
            return registered(TcpStub.text(request, BODY, 18), name(request, BODY + 18));
        }
        Person person = byNumber.get(TcpStub.text(request, BODY, 12));
        if (person == null || !person.citizenNumber.equals(TcpStub.text(request, BODY + 12, 18))) {
            return PERSON_UNKNOWN;
        }
        String name = name(request, BODY + 30);
        if (transaction.equals(CORRECT)) {
            person.name = name;
            return "0000" + receipt;
        }
        if (!person.name.equals(name)) {
            return ANOTHER_NAME;
        }
        String month = TcpStub.text(request, BODY + 30 + NAME + 3, 6);
        if (transaction.equals(WITHHOLD)) {
            months.add(month);
            String amount = TcpStub.text(request, BODY + 30 + NAME + 3 + 6 + 12, 12);
            return amount.equals(AMOUNT) ? withheld(person, month, receipt) : ANOTHER_AMOUNT;
        }
        return changed(person, transaction, month, receipt);
    }

    private static String name(byte[] request, int from) {
        return TcpStub.text(request, from, NAME).strip();
    }

    private String registered(String citizenNumber, String name) {
        String number = numbers.computeIfAbsent(citizenNumber, first -> "%012d".formatted(numbers.size() + 1));
        Person person = byNumber.computeIfAbsent(number, none -> new Person(citizenNumber, name));
        return person.name.equals(name) ? "0000" + number : ANOTHER_NAME;
    }

    private String withheld(Person person, String month, String receipt) {
        if (!person.isOpenIn(month) || month.compareTo(earliest) < 0 || person.name.equals(unlucky)) {
            return NOT_ELIGIBLE;
        }
        return person.paid.add(month) ? "0000" + receipt + AMOUNT + "20261123175201" : ALREADY_PAID;
    }

    private static String changed(Person person, String change, String from, String receipt) {
        boolean fits = switch (change) {
            case ENROL -> person.change.equals(END) || person.from.isEmpty();
            case RESUME -> person.change.equals(PAUSE);
            case END -> !person.change.equals(END);
            default -> person.isOpenIn(from);
        };
        if (!fits || from.compareTo(person.from) < 0) {
            return NOT_ELIGIBLE;
        }
        boolean closes = change.equals(PAUSE) || change.equals(END);
        if (closes && !person.paid.isEmpty() && person.paid.last().compareTo(from) >= 0) {
            return ALREADY_PAID;
        }
        person.change = change;
        person.from = from;
        return "0000" + receipt;
    }

    /** Everybody who is registered. */
    public synchronized List<Person> persons() {
        return List.copyOf(byNumber.values());
    }

    /** As a run that is ended in between leaves those of whom something was changed. */
    public synchronized void leave(String change) {
        byNumber.values().stream().filter(person -> !person.from.isEmpty()).forEach(person -> person.change = change);
    }
}
