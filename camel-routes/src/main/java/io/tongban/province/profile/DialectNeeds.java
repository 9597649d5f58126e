package io.tongban.province.profile;

import java.util.Set;

/**
 * What a dialect needs of a profile that speaks it, so that a profile is refused at the start and not in its first
 * call.
 *
 * @param name of the dialect, such as {@code tcp}
 * @param widths whether its layouts give widths in bytes; else they give element names
 * @param schemes of the endpoint
 * @param charsets that it can speak
 * @param transactions that must have a code and a layout
 * @param requestHead fields that must stand in every request's head
 * @param replyHead fields that must stand in every reply's head
 * @param adds fields that the dialect itself supplies to a request, beyond what the command has
 */
public record DialectNeeds(
        String name,
        boolean widths,
        Set<String> schemes,
        Set<String> charsets,
        Set<TransactionKind> transactions,
        Set<Field> requestHead,
        Set<Field> replyHead,
        Set<Field> adds) {
    public DialectNeeds {
        schemes = Set.copyOf(schemes);
        charsets = Set.copyOf(charsets);
        transactions = Set.copyOf(transactions);
        requestHead = Set.copyOf(requestHead);
        replyHead = Set.copyOf(replyHead);
        adds = Set.copyOf(adds);
    }
}
