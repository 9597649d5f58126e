package io.tongban.sdk.card;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Cards as drivers tell of them. */
final class CardLines {
    private CardLines() {}

    static String[] fields(CardBasicData card) {
        return new String[] {
            card.issuingRegion(),
            card.socialSecurityNumber(),
            card.cardNumber(),
            card.cardIdentifier(),
            card.name(),
            card.resetInformation(),
            card.version(),
            CardText.day(card.issuedOn()),
            CardText.day(card.validTo()),
            card.terminalNumber(),
            card.terminalDevice()
        };
    }

    static String of(CardBasicData card) {
        return of(fields(card));
    }

    static String of(String... fields) {
        return Arrays.stream(fields).map(field -> field + "|").collect(Collectors.joining());
    }

    static String with(CardBasicData card, int place, String value) {
        String[] fields = fields(card);
        fields[place] = value;
        return of(fields);
    }
}
