package io.tongban.sdk.card;

import io.tongban.api.Patterns;
import io.tongban.api.counter.CounterContext;
import io.tongban.api.counter.Identification;
import io.tongban.api.counter.Purpose;
import io.tongban.api.internal.Given;
import io.tongban.api.worker.WorkerRegistration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a reader tells of a card (读基本信息); names and order are the standard's. Silent in {@link #toString()}: all of it is
 * personal.
 *
 * @param issuingRegion division that issued the card, GB/T 2260, six digits; the identifier begins with it
 * @param socialSecurityNumber 社会保障号码, 18 digits and capitals: the citizen number of citizens (GB 11643); of foreigners one
 *     that begins with 9 or a letter
 * @param cardNumber 卡号, 1 to 9 digits and capitals; a new card has a new one
 * @param cardIdentifier 卡识别码, 32 hexadecimal digits in capitals; tells cards apart
 * @param name as on the card, 1 to 50 characters
 * @param resetInformation historical bytes of the answer to reset, hexadecimal in capitals; may be empty
 * @param version of the card standard that the card follows, such as 3.00
 * @param issuedOn null if the card leaves it empty
 * @param validTo last day on which the card is valid; null if it names none
 * @param terminalNumber of the reader's security module; may be empty
 * @param terminalDevice number of the reader itself; may be empty
 */
public record CardBasicData(
        String issuingRegion,
        String socialSecurityNumber,
        String cardNumber,
        String cardIdentifier,
        String name,
        String resetInformation,
        String version,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate validTo,
        String terminalNumber,
        String terminalDevice) {
    private static final Pattern DIVISION = Pattern.compile(Patterns.DIVISION);
    private static final Pattern SOCIAL_SECURITY_NUMBER = Pattern.compile("[1-8][0-9]{16}[0-9X]|[9A-Z][0-9A-Z]{17}");
    /** A foreigner's number begins with 9 (GA 2102) or with letters: it is none of these. */
    private static final Pattern CITIZEN_NUMBER = Pattern.compile("[1-8][0-9]{16}[0-9X]");

    private static final Pattern CARD_NUMBER = Pattern.compile("[0-9A-Z]{1,9}");
    private static final Pattern CARD_IDENTIFIER = Pattern.compile("[0-9A-F]{32}");
    private static final Pattern NAME = Pattern.compile(Patterns.NAME);
    private static final Pattern RESET_INFORMATION = Pattern.compile("([0-9A-F]{2}){0,32}");
    private static final Pattern VERSION = Pattern.compile("[1-9][.][0-9]{2}");
    private static final Pattern TERMINAL = Pattern.compile("[!-{}~ ]{0,40}");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    /** @throws IllegalArgumentException that names what is not of its form, and not what stood there */
    public CardBasicData {
        fits(DIVISION, issuingRegion, "issuingRegion");
        fits(SOCIAL_SECURITY_NUMBER, socialSecurityNumber, "socialSecurityNumber");
        fits(CARD_NUMBER, cardNumber, "cardNumber");
        fits(CARD_IDENTIFIER, cardIdentifier, "cardIdentifier");
        fits(NAME, name, "name");
        fits(RESET_INFORMATION, resetInformation, "resetInformation");
        fits(VERSION, version, "version");
        fits(TERMINAL, terminalNumber, "terminalNumber");
        fits(TERMINAL, terminalDevice, "terminalDevice");
        require(cardIdentifier.startsWith(issuingRegion), "issuingRegion");
        require(!isCitizenNumber(socialSecurityNumber) || isRight(socialSecurityNumber), "socialSecurityNumber");
        require(issuedOn == null || validTo == null || !validTo.isBefore(issuedOn), "validTo");
    }

    private static void fits(Pattern form, @Nullable String value, String name) {
        require(form.matcher(Given.value(value, name)).matches(), name);
    }

    private static void require(boolean holds, String name) {
        if (!holds) {
            throw new IllegalArgumentException("The " + name + " is not of its form");
        }
    }

    private static boolean isCitizenNumber(String number) {
        return CITIZEN_NUMBER.matcher(number).matches();
    }

    /** GB 11643, the check character. */
    private static boolean isRight(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return number.charAt(17) == CHECK_CHARACTERS.charAt(sum % 11);
    }

    /** The holder's citizen number (GB 11643, the check character is right); empty for foreigners. */
    public Optional<String> citizenNumber() {
        return Optional.of(socialSecurityNumber).filter(CardBasicData::isCitizenNumber);
    }

    /** The generation of the card, such as 3: the first digit of its {@link #version()}. */
    public int generation() {
        return version.charAt(0) - '0';
    }

    /** Whether its last valid day is over. */
    public boolean isExpired(LocalDate today) {
        LocalDate day = Given.value(today, "today");
        return validTo != null && validTo.isBefore(day);
    }

    /**
     * The circumstances of a call for whom the card was read, for {@code Tongban.at}: identified as {@link
     * Identification#CARD_READ}. Nothing of the card is in it.
     *
     * @param point reference of the counter or terminal, as the bank calls it
     * @param operator staff number of who serves there
     * @param session the bank's own name for this visit
     */
    public CounterContext atCounter(String point, String operator, String session, Purpose purpose) {
        return new CounterContext(point, operator, session, purpose, Identification.CARD_READ);
    }

    /**
     * A registration that has the holder's citizen number and name already; mobile, province and consent are still to be
     * asked for.
     *
     * @throws IllegalStateException if the holder has no {@link #citizenNumber()}, without which nobody is registered
     */
    public WorkerRegistration.Builder registration() {
        String number = citizenNumber()
                .orElseThrow(() -> new IllegalStateException("The holder of the card has no citizen number"));
        return WorkerRegistration.builder().citizenNumber(number).name(name);
    }

    /** Its generation; nothing of anyone. */
    @Override
    public String toString() {
        return "CardBasicData[generation " + generation() + "]";
    }
}
